import type { NanoDollars } from '../execution/execution.js';
import { type SearchArm, searchArms } from './candidate.js';
import { OptimizationInputError } from './errors.js';
import type { SearchSettings } from './optimization.js';
import type { SplitSizes } from './optimization-outcome.js';
import type { OptimizationRow } from './optimization-row.js';
import { distinctRows } from './split-rows.js';

/** How rows and budget are shared out, before anything is asked. */
export interface OptimizationPlan {
  readonly sets: SplitSizes;
  readonly arms: readonly SearchArm[];
  /** What each arm may ask; null when only the cost is limited. */
  readonly callsEach: number | null;
  /** What each arm may cost, in thousand-millionths of a US dollar; null when only the calls are limited. */
  readonly costEach: NanoDollars | null;
  /** The calls that are set aside for the hold-out. */
  readonly callsHeldBack: number;
}

/** With fewer, hardly anything that is better could be told from chance. */
export const LEAST_HOLD_OUT = 10;
/** With fewer, what wins is what was lucky. */
const LEAST_SELECTION = 6;
/** One lesson. */
const LEAST_FEEDBACK = 4;
const FEWEST_ROWS = LEAST_HOLD_OUT + LEAST_SELECTION + LEAST_FEEDBACK;

/** Of the rows; the rest is for feedback. What is claimed rests on the hold-out alone: it gets most. */
const HOLD_OUT_SHARE = 0.4;
const SELECTION_SHARE = 0.3;
/** Beyond this, a row tells little more: half of an interval is 7 % then. */
const MOST_HOLD_OUT = 200;
/** Every candidate that stays is asked all of them. */
const MOST_SELECTION = 50;
/** More are never shown. */
const MOST_FEEDBACK = 200;
/** Of the budget, for the hold-out. */
const HELD_BACK = 0.35;
/** An arm that could not measure so many candidates would not search. */
const CANDIDATES_EACH = 10;
/** An arm measures the start and one proposal, and makes some that come to nothing. */
const LEAST_CALLS_EACH = 2 * LEAST_SELECTION + 28;

/**
 * Shares out rows and calls. The hold-out gets the most rows, because it alone decides what may be claimed; with few
 * calls, all sets are smaller, because a search that cannot try anything finds nothing.
 *
 * @param given all rows; of those with the same input the first one counts
 * @throws OptimizationInputError for too few rows, or too few calls, with how many it takes; for a setting that cannot be
 * @example planOptimization(hundredRows, settings).sets // { feedback: 30, selection: 30, holdOut: 40, unused: 0 }
 */
export function planOptimization(
  given: readonly OptimizationRow[],
  settings: SearchSettings,
): OptimizationPlan {
  requireSound(settings);
  const rows = distinctRows(given).length;
  if (rows < FEWEST_ROWS) throw tooFewRows(rows);
  const arms = settings.hasBaseline ? searchArms : searchArms.filter((arm) => arm === 'reflective');
  const { budget } = settings;
  const calls = budget.calls ?? Number.POSITIVE_INFINITY;
  const compared = 1 + arms.length;
  const leastCalls = LEAST_HOLD_OUT * compared + LEAST_CALLS_EACH * arms.length;
  if (calls < leastCalls) throw tooFewCalls(calls, leastCalls, settings.hasBaseline);
  const holdOut = between(
    LEAST_HOLD_OUT,
    Math.min(rows * HOLD_OUT_SHARE, (calls * HELD_BACK) / compared),
    MOST_HOLD_OUT,
  );
  const callsHeldBack = holdOut * compared;
  const callsEach = Math.floor((calls - callsHeldBack) / arms.length);
  const selection = between(
    LEAST_SELECTION,
    Math.min(rows * SELECTION_SHARE, callsEach / CANDIDATES_EACH),
    MOST_SELECTION,
  );
  const feedback = Math.min(MOST_FEEDBACK, rows - holdOut - selection);
  return {
    sets: { feedback, selection, holdOut, unused: given.length - holdOut - selection - feedback },
    arms,
    callsEach: Number.isFinite(callsEach) ? callsEach : null,
    costEach: budget.cost === null ? null : Math.floor((budget.cost * (1 - HELD_BACK)) / arms.length),
    callsHeldBack,
  };
}

function between(least: number, wanted: number, most: number): number {
  return Math.max(least, Math.min(Math.floor(wanted), most));
}

function requireSound({ budget, matters, growth, concurrency }: SearchSettings): void {
  if (budget.calls === null && budget.cost === null)
    throw unfit('The search has no budget.', 'Say how many calls it may make, or what it may cost.');
  if (!(matters >= 0 && matters < 1))
    throw unfit('The smallest difference that matters has to be from 0 to below 1.', 'For instance 0.02.');
  if (!(growth >= 1))
    throw unfit('A proposal has to be allowed the length of the start.', 'For instance 3 times that.');
  if (!(concurrency >= 1)) throw unfit('At least one call has to be made at a time.', 'For instance 4.');
}

function unfit(message: string, hint: string): OptimizationInputError {
  return new OptimizationInputError(message, { hint });
}

function tooFewRows(rows: number): OptimizationInputError {
  return unfit(
    `${rows} rows of different input are too few: it takes at least ${FEWEST_ROWS}.`,
    `${LEAST_FEEDBACK} to learn from, ${LEAST_SELECTION} to choose by, ${LEAST_HOLD_OUT} to judge by; with 100 or more it tells smaller differences.`,
  );
}

function tooFewCalls(calls: number, least: number, hasBaseline: boolean): OptimizationInputError {
  const hint = 'Allow more calls';
  return unfit(
    `${calls} calls are too few: it takes at least ${least}.`,
    hasBaseline
      ? `${hint}, or do without the random search beside it, which takes half of them.`
      : `${hint}.`,
  );
}
