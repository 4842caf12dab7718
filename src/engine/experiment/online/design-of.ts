import type { AssignmentDesign } from '../assignment/assign-variant.js';
import type { Experiment } from '../experiment.js';
import type { OnlineTerms } from './online-terms.js';

/** All that the assignment of an experiment depends on, besides the unit. The variants are in their own order. */
export function designOf(
  { seed, variants }: Pick<Experiment, 'seed' | 'variants'>,
  { holdOut, namespace }: Pick<OnlineTerms, 'holdOut' | 'namespace'>,
): AssignmentDesign {
  return {
    seed,
    hashVersion: 2,
    variants: variants.length,
    coverage: 1,
    weights: variants.map(({ weight }) => weight),
    namespace,
    holdOut,
  };
}
