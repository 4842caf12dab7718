import { normalDensity, normalUpper } from '../distributions/normal.js';
import { nodesBetween } from '../quadrature/gauss-legendre.js';

/** A value that the statistic of a trial may have, and its density there while the trial goes on. */
interface DensityNode {
  readonly at: number;
  /** Density times the weight of the place. */
  readonly mass: number;
}

/** How the statistic is distributed at a look among trials that have not ended before it. */
export interface ContinuingDensity {
  /** The part of the planned data that was there; 0 before the first look. */
  readonly fraction: number;
  readonly nodes: readonly DensityNode[];
}

/** Beyond this many standard deviations nothing is left to be integrated. */
const REACH = 9;
const FEWEST_NODES = 48;

/** As many for each standard deviation of the next step. */
const NODES_PER_STEP = 4;

/** Before the first look: at 0, surely. */
export const beforeAllLooks: ContinuingDensity = { fraction: 0, nodes: [{ at: 0, mass: 1 }] };

/**
 * The chance that the statistic is above a boundary at the next look, and was within those before.
 *
 * @param fraction the part of the planned data that is there at the next look
 * @param boundary in standard deviations
 * @param drift what the statistic is expected to be when all data are there; 0 without an effect
 * @example chanceAbove(beforeAllLooks, 0.5, 1.96, 0) // 0.025
 */
export function chanceAbove(
  { fraction: former, nodes }: ContinuingDensity,
  fraction: number,
  boundary: number,
  drift: number,
): number {
  const { kept, step, shift } = stepTo(former, fraction, drift);
  let chance = 0;
  for (const { at, mass } of nodes) chance += mass * normalUpper((boundary - kept * at - shift) / step);
  return chance;
}

/**
 * What goes on after a look with the boundaries ±boundary.
 *
 * Source: P. Armitage, C. K. McPherson and B. C. Rowe, Repeated Significance Tests on Accumulating Data, JRSS A 132
 * (1969); the integrals by Gauss and Legendre.
 *
 * @param next the part of the planned data at the look after this one, by which the density is resolved
 * @example continueWithin(beforeAllLooks, { fraction: 0.5, next: 1, boundary: 2.8, drift: 0 })
 */
export function continueWithin(
  { fraction: former, nodes }: ContinuingDensity,
  look: {
    readonly fraction: number;
    readonly next: number;
    readonly boundary: number;
    readonly drift: number;
  },
): ContinuingDensity {
  const { fraction, next, boundary, drift } = look;
  const { kept, step, shift } = stepTo(former, fraction, drift);
  const centre = drift * Math.sqrt(fraction);
  const [from, to] = [Math.max(-boundary, centre - REACH), Math.min(boundary, centre + REACH)];
  if (from >= to) return { fraction, nodes: [] };
  const onward = stepTo(fraction, next, drift);
  const finest = Math.min(step, onward.step / onward.kept);
  const count = Math.max(FEWEST_NODES, Math.ceil((NODES_PER_STEP * (to - from)) / finest));
  return {
    fraction,
    nodes: nodesBetween(from, to, count).map(({ at, weight }) => {
      let density = 0;
      for (const node of nodes) density += node.mass * normalDensity((at - kept * node.at - shift) / step);
      return { at, mass: (weight * density) / step };
    }),
  };
}

/** The statistic at a look is `kept` times the former one, and `shift`, and a normal step. */
function stepTo(former: number, fraction: number, drift: number) {
  const added = fraction - former;
  return {
    kept: Math.sqrt(former / fraction),
    step: Math.sqrt(added / fraction),
    shift: (drift * added) / Math.sqrt(fraction),
  };
}
