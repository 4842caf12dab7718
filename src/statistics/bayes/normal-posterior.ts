import { normalCdf, normalDensity, normalQuantile } from '../distributions/normal.js';
import type { Confidence } from '../effect.js';
import { requireBetween0And1, requirePositive } from '../require-figure.js';
import type { Posterior } from './posterior.js';

/** What is believed of an effect before the data. */
export interface NormalPrior {
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * What is to be believed about an effect whose estimate is distributed normally, after a normal prior for the
 * effect or none. For a relative effect with prior, GrowthBook's is mean 0 and standard deviation 0.3; for an
 * absolute one the same, times what the control has.
 *
 * Source: A. Gelman et al., Bayesian Data Analysis, 3rd edition, (2.10); the expected losses are C. Stucchio's
 * (Bayesian A/B Testing at VWO, 2015), as GrowthBook's risk.
 *
 * @throws {StatisticsInputError} for a standard error or deviation that is not above 0, or a confidence that cannot
 * be
 * @example
 * normalPosterior({ estimate: 0.1, standardError: 0.05 }, { mean: 0, standardDeviation: 0.3 }, { confidence: 0.95 })
 * // chanceToWin 0.976
 */
export function normalPosterior(
  { estimate, standardError }: { readonly estimate: number; readonly standardError: number },
  prior: NormalPrior | null,
  { confidence }: Confidence,
): Posterior {
  requirePositive('the standard error', standardError);
  requireBetween0And1('the confidence', confidence);
  const { mean, deviation } =
    prior === null ? { mean: estimate, deviation: standardError } : combined(estimate, standardError, prior);
  const half = normalQuantile((1 + confidence) / 2) * deviation;
  const z = mean / deviation;
  return {
    estimate: mean,
    interval: { from: mean - half, to: mean + half },
    chanceToWin: normalCdf(z),
    expectedLoss: { control: deviation * expectedAbove0(z), treatment: deviation * expectedAbove0(-z) },
  };
}

function combined(estimate: number, standardError: number, prior: NormalPrior) {
  requirePositive("the prior's standard deviation", prior.standardDeviation);
  const [ofData, ofPrior] = [standardError ** -2, prior.standardDeviation ** -2];
  return {
    mean: (estimate * ofData + prior.mean * ofPrior) / (ofData + ofPrior),
    deviation: (ofData + ofPrior) ** -0.5,
  };
}

/** E max(Z + z, 0) for a standard normal Z. */
function expectedAbove0(z: number): number {
  return Math.max(0, z * normalCdf(z) + normalDensity(z));
}
