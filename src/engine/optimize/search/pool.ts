import type { RandomSource } from '../../../statistics/random/random-source.js';
import type { Candidate } from '../candidate.js';
import type { SearchSettings } from '../optimization.js';
import { frontWeights } from './pareto-front.js';
import type { ScoreSheet } from './score-sheet.js';

/** A candidate that was measured on the selection set. */
export interface Member extends Omit<Candidate, 'fate'> {
  readonly template: string;
  readonly sheet: ScoreSheet;
  /** How it did on the feedback rows; empty unless it did the selection set as well as can be. */
  readonly practice: ScoreSheet;
}

/** Costs closer than this are the same. */
const SAME_COST = 1.02;

/** The candidates of an arm that are in the running, the start first. */
export class Pool {
  readonly #goal: Pick<SearchSettings, 'goal' | 'matters'>;
  readonly #members: Member[] = [];

  constructor(goal: Pick<SearchSettings, 'goal' | 'matters'>) {
    this.#goal = goal;
  }

  add(member: Member): void {
    this.#members.push(member);
  }

  get members(): readonly Member[] {
    return this.#members;
  }

  /** The members from the best on, by the goal; who was there first stands before who is as good. */
  get ranking(): readonly Member[] {
    return ranked(this.#members, this.#goal);
  }

  /** Whether nothing could be better by the goal. */
  get isPerfect(): boolean {
    return (
      this.#goal.goal === 'score' &&
      this.#members.some(({ sheet, practice }) => sheet.score === 1 && practice.score === 1)
    );
  }

  /** A member of the Pareto front, the likelier the more rows it is best at. */
  drawParent(random: RandomSource): Member | undefined {
    const weights = this.#weights();
    let left = random.unit() * weights.reduce((sum, weight) => sum + weight, 0);
    return this.#members.find((_, at) => {
      left -= weights[at] ?? 0;
      return left < 0;
    });
  }

  /** The members of the Pareto front. */
  get front(): readonly Member[] {
    const weights = this.#weights();
    return this.#members.filter((_, at) => (weights[at] ?? 0) > 0);
  }

  #weights(): readonly number[] {
    const scores = this.#members.map(({ sheet }) => sheet.rowScores);
    const costs = this.#members.map(({ sheet }) => sheet.rowCosts);
    const winners = (scores[0] ?? []).map((_, row) =>
      this.#winnersOf(
        scores.map((of) => of[row] ?? 0),
        costs.map((of) => of[row] ?? null),
      ),
    );
    return frontWeights(
      winners,
      this.#members.map(({ sheet }) => sheet.score),
    );
  }

  /** The best at a row; where the cost counts, the cheap ones of them. */
  #winnersOf(scores: readonly number[], costs: readonly (number | null)[]): ReadonlySet<number> {
    const best = Math.max(...scores);
    const winners = [...scores.keys()].filter((at) => scores[at] === best);
    if (this.#goal.goal === 'score') return new Set(winners);
    const cheapest = Math.min(...winners.map((at) => costs[at] ?? 0));
    return new Set(winners.filter((at) => (costs[at] ?? 0) <= cheapest * SAME_COST));
  }
}

/** Members from the best on; where the selection set tells no difference, feedback rows may. Where the cost counts, the cheapest of those that are about as good as the best. */
export function ranked(
  members: readonly Member[],
  { goal, matters }: Pick<SearchSettings, 'goal' | 'matters'>,
): readonly Member[] {
  const byScore = [...members].sort(
    (a, b) => b.sheet.score - a.sheet.score || b.practice.score - a.practice.score,
  );
  if (goal === 'score') return byScore;
  const least = (byScore[0]?.sheet.score ?? 0) - matters;
  const good = byScore.filter(({ sheet }) => sheet.score >= least);
  const others = byScore.filter(({ sheet }) => sheet.score < least);
  return [...good.sort((a, b) => (a.sheet.cost ?? 0) - (b.sheet.cost ?? 0)), ...others];
}
