interface Tangent {
  readonly value: number;
  readonly slope: number;
}

/** After a step this small, the next one is below the last digit. */
const SMALL = 1e-9;
const MOST_STEPS = 200;

/** A first step away from a flat place may go too far to come back from in numbers. */
const LONGEST_STEP = 1000;

/** The exponential of a place farther out is no number; the function goes on there as its tangent. */
const FARTHEST = 700;

/**
 * The root of a concave, monotone function by Newton's method. From the second step on it comes nearer from one side,
 * because a tangent of a concave function is never below it; so it always arrives.
 *
 * @param start where to begin
 * @param tangentAt value and slope of the function
 * @example concaveRoot(1, (u) => ({ value: u, slope: 1 })) // 0
 */
export function concaveRoot(start: number, tangentAt: (u: number) => Tangent): number {
  let u = start;
  for (let step = 0; step < MOST_STEPS; step++) {
    const within = Math.max(-FARTHEST, Math.min(FARTHEST, u));
    const { value, slope } = tangentAt(within);
    const move = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, within - u - value / slope));
    u += move;
    if (!(Math.abs(move) > SMALL * (1 + Math.abs(u)))) return u;
  }
  return u;
}
