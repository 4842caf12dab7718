import type { Estimate } from '../estimate.js';
import { type Groups, type Sample, varianceOfMean } from '../sample.js';

/**
 * The difference of two means of independent groups, which may vary differently.
 *
 * Source: B. L. Welch, The Generalization of Student's Problem When Several Different Population Variances Are
 * Involved, Biometrika 34 (1947).
 *
 * @example
 * welchEstimate({ control: { count: 20, mean: 5, variance: 4 }, treatment: { count: 25, mean: 6.5, variance: 9 } })
 * // { estimate: 1.5, standardError: 0.748, df: 41.8 }
 */
export function welchEstimate(groups: Groups<Sample>): Estimate {
  const { control, treatment } = groups;
  return {
    estimate: treatment.mean - control.mean,
    standardError: Math.sqrt(varianceOfMean(control) + varianceOfMean(treatment)),
    df: welchFreedom(groups),
  };
}

/**
 * The degrees of freedom of Welch and Satterthwaite (F. E. Satterthwaite, Biometrics Bulletin 2, 1946).
 *
 * @example
 * welchFreedom({ control: { count: 10, mean: 0, variance: 1 }, treatment: { count: 10, mean: 0, variance: 1 } }) // 18
 */
export function welchFreedom({ control, treatment }: Groups<Sample>): number {
  const [c, t] = [varianceOfMean(control), varianceOfMean(treatment)];
  return (c + t) ** 2 / (c ** 2 / (control.count - 1) + t ** 2 / (treatment.count - 1));
}
