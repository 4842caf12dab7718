/** The root is known when it lies between two numbers that differ by no more than this part of themselves. */
const PRECISION = 1e-15;
const MOST_STEPS = 200;

/**
 * Where a function passes 0 between two places at which its signs differ; one of them if they do not. It halves the
 * range, or interpolates by the inverse parabola where that is known to be good, so that a smooth function is asked
 * about ten times.
 *
 * Source: T. R. Chandrupatla, A New Hybrid Quadratic/Bisection Algorithm for Finding the Zero of a Nonlinear
 * Function without Using Derivatives, Advances in Engineering Software 28 (1997).
 *
 * @param tolerance how far the place may be off
 * @example rootBetween((x) => x * x - 2, 0, 2, 1e-14) // 1.4142135623730951
 */
export function rootBetween(
  of: (place: number) => number,
  from: number,
  to: number,
  tolerance: number,
): number {
  let [a, b, c] = [from, to, to];
  let [atA, atB, atC] = [of(from), of(to), Number.NaN];
  let part = 0.5;
  for (let step = 0; step < MOST_STEPS; step++) {
    const place = a + part * (b - a);
    const value = of(place);
    if (Math.sign(value) === Math.sign(atA)) [c, atC] = [a, atA];
    else [c, b, atC, atB] = [b, a, atB, atA];
    [a, atA] = [place, value];
    const nearest = Math.abs(atA) < Math.abs(atB) ? a : b;
    const least = (2 * PRECISION * Math.abs(nearest) + tolerance) / Math.abs(b - c);
    if (least > 0.5 || atA === 0 || atB === 0) return nearest;
    const [xi, phi] = [(a - b) / (c - b), (atA - atB) / (atC - atB)];
    part =
      phi * phi < xi && (1 - phi) ** 2 < 1 - xi
        ? (atA / (atB - atA)) * (atC / (atB - atC)) +
          ((c - a) / (b - a)) * (atA / (atC - atA)) * (atB / (atC - atB))
        : 0.5;
    part = Math.max(least, Math.min(1 - least, part));
  }
  return a;
}
