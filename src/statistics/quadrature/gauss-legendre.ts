/** Where to look at a function, and how much each place counts. */
export interface QuadratureNode {
  readonly at: number;
  readonly weight: number;
}

const known = new Map<number, readonly QuadratureNode[]>();
const MOST_STEPS = 20;

/**
 * The nodes of Gauss and Legendre for integrals from −1 to 1, kept once they are known. With n of them polynomials
 * of degree 2n − 1 are integrated exactly.
 *
 * Source: W. H. Press et al., Numerical Recipes, section 4.6 (roots of the Legendre polynomials by Newton's
 * method).
 *
 * @param n how many, from 1 on
 * @example gaussLegendre(2) // ±0.5774, each with weight 1
 */
export function gaussLegendre(n: number): readonly QuadratureNode[] {
  const nodes = known.get(n) ?? Array.from({ length: n }, (_, at) => nodeOf(n, at));
  known.set(n, nodes);
  return nodes;
}

/**
 * The nodes for integrals between two ends.
 *
 * @example nodesBetween(0, 1, 64).reduce((sum, { at, weight }) => sum + weight * at, 0) // 0.5
 */
export function nodesBetween(from: number, to: number, n: number): readonly QuadratureNode[] {
  const [centre, half] = [(from + to) / 2, (to - from) / 2];
  return gaussLegendre(n).map(({ at, weight }) => ({ at: centre + half * at, weight: half * weight }));
}

function nodeOf(n: number, index: number): QuadratureNode {
  let at = -Math.cos((Math.PI * (index + 0.75)) / (n + 0.5));
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, slope } = legendre(n, at);
    const move = value / slope;
    at -= move;
    if (Math.abs(move) < 1e-15) break;
  }
  const { slope } = legendre(n, at);
  return { at, weight: 2 / ((1 - at * at) * slope * slope) };
}

function legendre(n: number, x: number): { readonly value: number; readonly slope: number } {
  let [value, former] = [1, 0];
  for (let k = 1; k <= n; k++) [value, former] = [((2 * k - 1) * x * value - (k - 1) * former) / k, value];
  return { value, slope: (n * (x * value - former)) / (x * x - 1) };
}
