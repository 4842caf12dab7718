import type { Interval } from '../effect.js';
import type { Estimate } from '../estimate.js';
import type { Look } from './group-sequential.js';

/**
 * The interval of an estimate at a planned look. All those of a trial together cover the truth with the confidence
 * of the plan, whenever it ends; they leave out 0 where the boundary is passed.
 *
 * Source: C. Jennison and B. W. Turnbull, Interim Analyses: The Repeated Confidence Interval Approach, JRSS B 51
 * (1989).
 *
 * @param look one of `groupSequentialLooks`
 * @example
 * repeatedInterval(
 *   { estimate: 1, standardError: 0.25 },
 *   { fraction: 0.6, boundary: 2.68, pValue: 0.0074, spent: 0.0076 },
 * ) // from 0.33 to 1.67
 */
export function repeatedInterval(
  { estimate, standardError }: Pick<Estimate, 'estimate' | 'standardError'>,
  { boundary }: Look,
): Interval {
  const half = boundary * (standardError > 0 ? standardError : Number.POSITIVE_INFINITY);
  return { from: estimate - half, to: estimate + half };
}
