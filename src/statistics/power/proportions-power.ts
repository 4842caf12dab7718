import { normalQuantile, normalUpper } from '../distributions/normal.js';
import type { Confidence } from '../effect.js';
import { requireBetween0And1, requireCorrelation } from '../require-figure.js';

export interface ProportionsPlan extends Confidence {
  /** The true proportions, between 0 and 1. */
  readonly control: number;
  readonly treatment: number;
}

/**
 * The chance that a two-sided test finds a difference of proportions between two groups of the same size.
 *
 * Source: J. L. Fleiss, B. Levin and M. C. Paik, Statistical Methods for Rates and Proportions (2003), (4.14), with
 * both sides.
 *
 * @param perGroup how many units each group has
 * @throws {StatisticsInputError} for figures that cannot be
 * @example powerOfProportions({ control: 0.5, treatment: 0.75, confidence: 0.95 }, 50) // 0.7401
 */
export function powerOfProportions(plan: ProportionsPlan, perGroup: number): number {
  requireProportionsPlan(plan);
  const { control, treatment, confidence } = plan;
  const pooled = (control + treatment) / 2;
  const [without, within] = [
    2 * pooled * (1 - pooled),
    control * (1 - control) + treatment * (1 - treatment),
  ];
  return powerOfZ(
    (treatment - control) * Math.sqrt(perGroup / within),
    normalQuantile((1 + confidence) / 2) * Math.sqrt(without / within),
  );
}

/**
 * The same where each unit is in both groups.
 *
 * Source: R. J. Connor, Sample Size for Testing Differences in Proportions for the Paired-Sample Design, Biometrics 43
 * (1987).
 *
 * @param correlation of a unit's success in one group and in the other one
 * @throws {StatisticsInputError} for figures that cannot be
 * @example powerOfPairedProportions({ control: 0.5, treatment: 0.6, confidence: 0.95 }, 0.5, 200) // 0.8044
 */
export function powerOfPairedProportions(plan: ProportionsPlan, correlation: number, pairs: number): number {
  requireProportionsPlan(plan);
  requireCorrelation(correlation);
  const { control: c, treatment: t, confidence } = plan;
  const inCommon = 2 * correlation * Math.sqrt(c * (1 - c) * t * (1 - t));
  const within = c * (1 - c) + t * (1 - t) - inCommon;
  const without = within + (t - c) ** 2;
  return powerOfZ(
    (t - c) * Math.sqrt(pairs / within),
    normalQuantile((1 + confidence) / 2) * Math.sqrt(without / within),
  );
}

function powerOfZ(noncentrality: number, limit: number): number {
  return normalUpper(limit - noncentrality) + normalUpper(limit + noncentrality);
}

function requireProportionsPlan({ control, treatment, confidence }: ProportionsPlan): void {
  requireBetween0And1("the control's proportion", control);
  requireBetween0And1("the treatment's proportion", treatment);
  requireBetween0And1('the confidence', confidence);
}
