import { type CandidateName, START } from '../candidate.js';
import type { SearchSettings } from '../optimization.js';
import type { CandidateFigures, Finding, OptimizationOutcome } from '../optimization-outcome.js';
import type { OptimizationRow } from '../optimization-row.js';
import type { OptimizationPlan } from '../plan-optimization.js';
import type { CallBook } from '../search/call-book.js';
import { type Member, ranked } from '../search/pool.js';
import type { ArmResult } from '../search/run-arm.js';
import type { ScoreSheet } from '../search/score-sheet.js';
import { Trials } from '../search/trials.js';
import { Wallet } from '../search/wallet.js';
import { compareOnHoldOut } from './compare-on-hold-out.js';
import { askHoldOut } from './hold-out.js';
import { scoreFigure } from './score-figure.js';

export interface Judged {
  readonly results: readonly ArmResult[];
  readonly plan: OptimizationPlan;
  /** The hold-out. */
  readonly rows: readonly OptimizationRow[];
  readonly settings: SearchSettings;
  readonly book: CallBook;
}

type Sheets = ReadonlyMap<CandidateName, ScoreSheet>;

/** Chooses by what the search saw; after that, and never before, the hold-out is asked. */
export async function judgeOnHoldOut(judged: Judged): Promise<OptimizationOutcome> {
  const { results, plan, rows, settings, book } = judged;
  const compared = distinct([
    ...results.map(({ start }) => start).slice(0, 1),
    ...results.map(({ best }) => best),
  ]);
  const chosen = chosenOf(compared, settings);
  const sheets = await askHoldOut(compared, rows, holdOutTrials(judged));
  return {
    chosen,
    finding: findingOn(chosen, sheets, settings),
    figures: compared.map((member) => figuresOf(member, sheets.get(member.name))),
    ends: results.map(({ end }) => end),
    sets: plan.sets,
    spent: { calls: book.calls, cost: book.cost },
  };
}

/** The best, and the start where nothing is better than that: whoever changes a prompt has to have a reason. */
function chosenOf(compared: readonly Member[], settings: SearchSettings): CandidateName {
  const [start] = compared;
  const [best] = ranked(compared, settings);
  if (start === undefined || best === undefined) return START;
  const isReason = settings.goal === 'score-then-cost' || best.sheet.score > start.sheet.score;
  return isReason ? best.name : START;
}

/** What is left of the budget is for the hold-out. */
function holdOutTrials({ results, plan, settings, book }: Judged): Trials {
  const { calls, cost } = settings.budget;
  const allowance = {
    calls: calls === null ? null : plan.callsHeldBack,
    cost: cost === null ? null : cost - (book.cost ?? 0),
  };
  const wallet = new Wallet(allowance, Math.max(...results.map(({ dearestRow }) => dearestRow)));
  return new Trials(book, wallet, settings.concurrency);
}

function distinct(members: readonly (Member | null)[]): readonly Member[] {
  const byName = new Map<CandidateName, Member>();
  for (const member of members)
    if (member !== null && !byName.has(member.name)) byName.set(member.name, member);
  return [...byName.values()];
}

function findingOn(chosen: CandidateName, sheets: Sheets, settings: SearchSettings): Finding {
  if (chosen === START) return { is: 'nothing-better-found' };
  const [start, other] = [sheets.get(START), sheets.get(chosen)];
  if (start === undefined || other === undefined) return { is: 'not-judged' };
  return compareOnHoldOut(start, other, settings);
}

function figuresOf({ name, arm, sheet }: Member, holdOut: ScoreSheet | undefined): CandidateFigures {
  return {
    candidate: name,
    arm,
    training: scoreFigure(sheet.rowScores, sheet.cost),
    holdOut: holdOut === undefined ? null : scoreFigure(holdOut.rowScores, holdOut.cost),
  };
}
