/** A rise of so little is chance. */
const LEAST_RISE = 0.1;
/** Of the rise in score, what may come from answers that would pass elsewhere as well. */
const MOST_PART = 0.5;

interface Scores {
  readonly score: number;
  /** How well answers stand up to what other rows expect; null when that cannot be told. */
  readonly rivalScore: number | null;
}

/**
 * Whether a candidate owes a good part of its score to answers that would pass for what other rows expect: such as one
 * that names all labels, where a check only looks whether the right one is among them. It plays the check, and whoever
 * reads its answers has nothing of it.
 */
export function passesAnywhere(candidate: Scores, start: Scores): boolean {
  if (candidate.rivalScore === null || start.rivalScore === null) return false;
  const rise = candidate.rivalScore - start.rivalScore;
  return rise > LEAST_RISE && rise > MOST_PART * (candidate.score - start.score);
}
