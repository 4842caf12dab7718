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

  /** The members from the best on, by the goal. */
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
  drawFromFront(random: RandomSource): Member | undefined {
    const weights = this.#weights();
    let left = random.unit() * weights.reduce((sum, weight) => sum + weight, 0);
    return this.#members.find((_, at) => {
      left -= weights[at] ?? 0;
      return left < 0;
    });
  }

  /**
   * The member that is best on rows drawn from the selection set with replacement: any that could be the best as far as
   * these rows tell, the likelier the more so. Where scores are a matter of chance, who is best at one row was lucky.
   *
   * Source: W. R. Thompson, On the Likelihood that One Unknown Probability Exceeds Another, Biometrika 25 (1933); drawn by
   * the bootstrap as by D. Eckles and M. Kaptein, Thompson Sampling with the Online Bootstrap, arXiv 1410.4009 (2014).
   */
  drawByBootstrap(random: RandomSource): Member | undefined {
    const rows = this.#members[0]?.sheet.rowScores.length ?? 0;
    const drawn = Array.from({ length: rows }, () => random.below(rows));
    const sums = this.#members.map(({ sheet: { rowScores } }) =>
      drawn.reduce((sum, row) => sum + (rowScores[row] ?? 0), 0),
    );
    return this.#members[sums.indexOf(Math.max(...sums))];
  }

  /** The members of the Pareto front. */
  get front(): readonly Member[] {
    const weights = this.#weights();
    return this.#members.filter((_, at) => (weights[at] ?? 0) > 0);
  }

  #weights(): readonly number[] {
    const scores = this.#members.map(({ sheet }) => sheet.rowScores);
    const winners = (scores[0] ?? []).map((_, row) => bestAt(scores.map((of) => of[row] ?? 0)));
    return frontWeights(winners, this.#worstFirst());
  }

  /** The places of the members; of those that are as good, the dearer one first where the cost counts, or the later one. */
  #worstFirst(): readonly number[] {
    const costOf = ({ sheet }: Member) => (this.#goal.goal === 'score' ? 0 : (sheet.cost ?? 0));
    return [...this.#members.entries()]
      .sort(
        ([a, one], [b, other]) => one.sheet.score - other.sheet.score || costOf(other) - costOf(one) || b - a,
      )
      .map(([place]) => place);
  }
}

function bestAt(scores: readonly number[]): ReadonlySet<number> {
  const best = Math.max(...scores);
  return new Set([...scores.keys()].filter((at) => scores[at] === best));
}

/** Members from the best on; where the selection set tells no difference,
 * feedback rows may, and then the shorter text: what it does not say does no harm. Where the cost counts, the cheapest of those that are about as good as the best. */
export function ranked(
  members: readonly Member[],
  { goal, matters }: Pick<SearchSettings, 'goal' | 'matters'>,
): readonly Member[] {
  const byScore = [...members].sort(
    (a, b) =>
      b.sheet.score - a.sheet.score ||
      b.practice.score - a.practice.score ||
      a.template.length - b.template.length,
  );
  if (goal === 'score') return byScore;
  const least = (byScore[0]?.sheet.score ?? 0) - matters;
  const good = byScore.filter(({ sheet }) => sheet.score >= least);
  const others = byScore.filter(({ sheet }) => sheet.score < least);
  return [...good.sort((a, b) => (a.sheet.cost ?? 0) - (b.sheet.cost ?? 0)), ...others];
}
