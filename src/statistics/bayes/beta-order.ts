import { averageOver } from '../quadrature/average-over.js';
import type { Groups } from '../sample.js';
import { betaTails, logBetaTerm, type UnitPlace } from '../special/beta-tails.js';
import { inverseBeta } from '../special/inverse-beta.js';

/** A beta distribution, as what is believed of a proportion. */
export interface BetaBelief {
  readonly a: number;
  readonly b: number;
}

/** Beyond the places where this much is left, nothing is integrated. */
const LEFT_OUT = 1e-17;

/** Log-odds as far as proportions are numbers. */
const FARTHEST = 700;

/**
 * The chance that one proportion is above another one.
 *
 * @param lower the one that is to be below
 * @param upper the one that is to be above
 * @example chanceOfOrder({ a: 1, b: 2 }, { a: 2, b: 1 }) // 5/6
 */
export function chanceOfOrder(lower: BetaBelief, upper: BetaBelief): number {
  return chanceOfLess('difference', { control: upper, treatment: lower }, 0);
}

/**
 * By how much one proportion is above another one on average, counting 0 where it is not.
 *
 * x times the density of a beta distribution is its mean times the density with one more success, so that chances
 * of order are all that is needed.
 *
 * @example expectedExcess({ a: 1, b: 1 }, { a: 1, b: 1 }) // 1/6
 */
export function expectedExcess(x: BetaBelief, y: BetaBelief): number {
  const withMore = chanceOfOrder(y, { a: x.a + 1, b: x.b });
  const thanMore = chanceOfOrder({ a: y.a + 1, b: y.b }, x);
  return Math.max(0, meanOf(x) * withMore - meanOf(y) * thanMore);
}

/** The mean of what is believed. */
export function meanOf({ a, b }: BetaBelief): number {
  return a / (a + b);
}

/**
 * The chance that the effect of the treatment is at most `size`.
 *
 * The integral of the density of one proportion times the distribution of the other one, over the log-odds of the one
 * that is known better, so that what it is multiplied with is smooth.
 *
 * @param effect the difference of the proportions, or that as a part of the control's
 * @example chanceOfLess('relative', { control: { a: 5, b: 5 }, treatment: { a: 5, b: 5 } }, 0) // 0.5
 */
export function chanceOfLess(
  effect: 'difference' | 'relative',
  { control, treatment }: Groups<BetaBelief>,
  size: number,
): number {
  if (spreadOf(control) <= spreadOf(treatment))
    return integralOver(control, (place) => {
      const limit = effect === 'difference' ? shifted(place, size) : scaled(place, 1 + size);
      return betaTails(treatment.a, treatment.b, limit).lower;
    });
  return integralOver(treatment, (place) => {
    const limit = effect === 'difference' ? shifted(place, -size) : scaled(place, 1 / (1 + size));
    return betaTails(control.a, control.b, limit).upper;
  });
}

/** How wide the log-odds are. */
function spreadOf({ a, b }: BetaBelief): number {
  return 1 / a + 1 / b;
}

function integralOver({ a, b }: BetaBelief, of: (place: UnitPlace) => number): number {
  return averageOver(
    {
      from: logOddsOf(inverseBeta(a, b, { lower: LEFT_OUT, upper: 1 })),
      to: logOddsOf(inverseBeta(a, b, { lower: 1, upper: LEFT_OUT })),
      densityAt: (logOdds) => Math.exp(logBetaTerm(a, b, placeAt(logOdds))),
    },
    (logOdds) => of(placeAt(logOdds)),
  );
}

function logOddsOf({ x, y }: UnitPlace): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, Math.log(x) - Math.log(y)));
}

function placeAt(logOdds: number): UnitPlace {
  return { x: 1 / (1 + Math.exp(-logOdds)), y: 1 / (1 + Math.exp(logOdds)) };
}

function shifted({ x, y }: UnitPlace, by: number): UnitPlace {
  return within({ x: x + by, y: y - by });
}

function scaled({ x, y }: UnitPlace, by: number): UnitPlace {
  return within({ x: x * by, y: y - x * (by - 1) });
}

function within({ x, y }: UnitPlace): UnitPlace {
  if (x <= 0) return { x: 0, y: 1 };
  return y <= 0 ? { x: 1, y: 0 } : { x, y };
}
