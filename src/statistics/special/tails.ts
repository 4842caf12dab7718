/**
 * Both sides of a distribution at a point, each with its own digits: 1 minus the other one would lose those of a
 * small one. The logarithms stay numbers where the tails themselves are 0.
 */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly logLower: number;
  readonly logUpper: number;
}

/** Tails of which the lower one is known by its logarithm. */
export function fromLogLower(logLower: number): Tails {
  const lower = Math.min(Math.exp(logLower), 1);
  return { lower, upper: 1 - lower, logLower, logUpper: Math.log1p(-lower) };
}

/** The same distribution seen from the other end. */
export function reversed({ lower, upper, logLower, logUpper }: Tails): Tails {
  return { lower: upper, upper: lower, logLower: logUpper, logUpper: logLower };
}

/** At the lower end of a distribution, and at the upper one. */
export const atLowerEnd: Tails = { lower: 0, upper: 1, logLower: Number.NEGATIVE_INFINITY, logUpper: 0 };
export const atUpperEnd: Tails = reversed(atLowerEnd);
