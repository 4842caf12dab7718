import { type Confidence, type Effect, unknownEffect } from '../effect.js';
import { requireBetween0And1, requirePositive } from '../require-figure.js';

/** An estimate that is looked at as data come in. */
export interface RunningEstimate {
  readonly estimate: number;
  /** The standard deviation of the estimate, which becomes smaller as units come in. */
  readonly standardError: number;
  /** How many units there are in all groups together. */
  readonly units: number;
}

export interface AlwaysValid extends Confidence {
  /** For how many units the interval is tightest; 5,000 if not said, as in GrowthBook. */
  readonly tightestAt?: number;
}

const TIGHTEST_AT = 5000;

/**
 * An interval that may be looked at as often as one likes, and acted upon: the chance that it ever leaves out the
 * truth is at most 1 minus the confidence. So may the p-value. Wider than one that is looked at once.
 *
 * Source: I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas, Time-uniform central limit theory and
 * asymptotic confidence sequences, Annals of Statistics 52 (2024), Theorem 2.2 and appendix B.2 for the tuning;
 * after S. R. Howard et al., Time-uniform, nonparametric, nonasymptotic confidence sequences, Annals of Statistics
 * 49 (2021). It holds in the limit of many units: look from some hundred on.
 *
 * @throws {StatisticsInputError} for figures that cannot be
 * @example
 * alwaysValidEffect({ estimate: 0.1, standardError: 0.03, units: 4000 }, { confidence: 0.95 }).interval
 * // from 0.0088 to 0.1912
 */
export function alwaysValidEffect(
  { estimate, standardError, units }: RunningEstimate,
  { confidence, tightestAt = TIGHTEST_AT }: AlwaysValid,
): Effect {
  requireBetween0And1('the confidence', confidence);
  requirePositive('the number of units at which the interval is tightest', tightestAt);
  requirePositive('the number of units', units);
  if (!(standardError > 0)) return unknownEffect(estimate);
  const alpha = 1 - confidence;
  const squareOfRho = (-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / tightestAt;
  const spread = units * squareOfRho;
  const half =
    standardError * Math.sqrt((2 * (spread + 1) * (0.5 * Math.log1p(spread) - Math.log(alpha))) / spread);
  const logEvidence =
    (estimate / standardError) ** 2 * (spread / (2 * (spread + 1))) - 0.5 * Math.log1p(spread);
  return {
    estimate,
    interval: { from: estimate - half, to: estimate + half },
    pValue: Math.min(1, Math.exp(-logEvidence)),
  };
}
