import type { SessionId } from '../../../base/ids.js';
import type { SessionStatus } from '../../session/session-state.js';
import type { OutcomeMetric } from './session-metric.js';

/** What is known of a session that takes part in an experiment. */
export interface SessionFacts {
  readonly id: SessionId;
  readonly status: SessionStatus;
  /** A deleted session does not go on, whatever its status. */
  readonly isDeleted: boolean;
  readonly startedAt: Date;
  /** When it was moved last. */
  readonly movedAt: Date;
  readonly completedAt: Date | null;
  /** Whether the first answer to the planning prompt was whole and clear; null when none came. */
  readonly exact: boolean | null;
  /** Whether the project's test command passed with the last report; null when it was not run. */
  readonly verified: boolean | null;
  /** The ratings of its phases that count, from 1 to 5. */
  readonly ratings: readonly number[];
  /** What models took for it; null when nothing of it is known. */
  readonly tokens: number | null;
  /** In US dollars; null when nothing of it is known. */
  readonly cost: number | null;
  /** Answers that had to be given again, and requests in new words. */
  readonly rework: number;
}

/** A figure of a session; a ratio has a divisor. */
export interface OutcomeValue {
  readonly value: number;
  readonly divisor: number | null;
}

const HOUR_MS = 3_600_000;

/**
 * What became of a session, by the names of the metrics; null while that is not known. What cannot be told is left out.
 *
 * A session counts once it has ended, or was open for the whole window: then it was given up, whatever becomes of it
 * later. Were open sessions left out for ever, a variant that people walk away from would look better than one that they
 * cancel. And were one counted that came to its end after the window, older sessions would look better than younger ones.
 *
 * @param windowDays from the session's start
 */
export function sessionOutcome(
  facts: SessionFacts,
  { now, windowDays }: { readonly now: Date; readonly windowDays: number },
): ReadonlyMap<OutcomeMetric, OutcomeValue> | null {
  const until = new Date(facts.startedAt.getTime() + windowDays * 24 * HOUR_MS);
  const isCompleted =
    facts.completedAt !== null && facts.status === 'completed' && facts.completedAt <= until;
  const isEnded = isCompleted || facts.status === 'cancelled' || facts.isDeleted;
  return isEnded || now >= until ? outcomeOf(facts, isCompleted, until) : null;
}

function outcomeOf(facts: SessionFacts, isCompleted: boolean, until: Date): Map<OutcomeMetric, OutcomeValue> {
  const outcome = new Map<OutcomeMetric, OutcomeValue>();
  const note = (metric: OutcomeMetric, value: number | null, divisor: number | null = null) => {
    if (value !== null) outcome.set(metric, { value, divisor });
  };
  const { verified, ratings, tokens, cost, rework } = facts;
  const completed = isCompleted ? 1 : 0;
  note('completed', completed);
  // Whoever gave up before there was an answer had no use of one.
  note('exact', facts.exact === true ? 1 : 0);
  // Of what was completed without a test command, nobody knows; what was given up has not passed.
  note('verified', isCompleted ? asFigure(verified) : 0);
  note(
    'rating',
    ratings.length === 0 ? null : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length,
  );
  note('tokens', tokens, completed);
  note('cost', cost, completed);
  note('hours', hoursOf(facts, isCompleted, until), completed);
  note('rework', rework, completed);
  return outcome;
}

function asFigure(passed: boolean | null): number | null {
  return passed === null ? null : passed ? 1 : 0;
}

/** Up to its end, or to the last move before it was given up. */
function hoursOf(
  { startedAt, movedAt, completedAt }: SessionFacts,
  isCompleted: boolean,
  until: Date,
): number {
  const end = isCompleted && completedAt !== null ? completedAt : movedAt;
  return Math.max(0, Math.min(end.getTime(), until.getTime()) - startedAt.getTime()) / HOUR_MS;
}
