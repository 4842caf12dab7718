import * as z from 'zod/mini';
import {
  type AnalysisPlan,
  familyRules,
  lookKinds,
  looksNamed,
} from '../../engine/experiment/analysis/analysis-plan.js';

/** How it is to be judged, as far as anything is said. */
export const givenPlan = {
  /** When it is looked. */
  looks: z.optional(z.enum(lookKinds)),
  /** How often, of planned looks. */
  times: z.optional(z.number()),
  /** What is done about many comparisons. */
  family: z.optional(z.enum(familyRules)),
};

interface GivenPlan {
  readonly looks?: (typeof lookKinds)[number] | undefined;
  readonly times?: number | undefined;
  readonly family?: (typeof familyRules)[number] | undefined;
}

/**
 * The plan that is given, and otherwise what there is already.
 *
 * @throws ExperimentDefinitionError for a number of looks that cannot be
 */
export function planGiven({ looks, times, family }: GivenPlan, otherwise: AnalysisPlan): AnalysisPlan {
  const isSaid = looks !== undefined || times !== undefined;
  return {
    looks: isSaid ? looksNamed(looks ?? otherwise.looks.kind, times) : otherwise.looks,
    family: family ?? otherwise.family,
  };
}
