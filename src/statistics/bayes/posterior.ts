import type { Interval } from '../effect.js';

/** What is to be believed about an effect after the data, where more is better. */
export interface Posterior {
  readonly estimate: number;
  /** Where the effect is with the chance that was asked for, as much of it left out on either side. */
  readonly interval: Interval;
  /** The chance that the treatment is better than the control. */
  readonly chanceToWin: number;
  /** How much less than with the better one there is, on average, by keeping to the control or taking the treatment. */
  readonly expectedLoss: { readonly control: number; readonly treatment: number };
}

/**
 * The same where less is better.
 *
 * @example
 * lessIsBetter({
 *   estimate: -1, interval: { from: -3, to: 1 }, chanceToWin: 0.16, expectedLoss: { control: 0.08, treatment: 1.08 },
 * }).chanceToWin // 0.84
 */
export function lessIsBetter({ chanceToWin, expectedLoss, ...effect }: Posterior): Posterior {
  return {
    ...effect,
    chanceToWin: 1 - chanceToWin,
    expectedLoss: { control: expectedLoss.treatment, treatment: expectedLoss.control },
  };
}
