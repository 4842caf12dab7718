import type { Confidence, Interval } from '../effect.js';
import { requireShare, type Share } from '../proportions/share.js';
import { requireBetween0And1, requirePositive } from '../require-figure.js';
import type { Groups } from '../sample.js';
import { rootBetween } from '../special/root-between.js';
import { type BetaBelief, chanceOfLess, chanceOfOrder, expectedExcess, meanOf } from './beta-order.js';
import type { Posterior } from './posterior.js';

export interface BetaQuestion extends Confidence {
  /** The prior of both proportions, above 0, and from 0.06 on to the last digits: 1 and 1 know nothing. */
  readonly prior: BetaBelief;
  /** Whether the effect is the difference of the proportions, or that as a part of the control's. */
  readonly effect: 'difference' | 'relative';
}

/** Of an end of the interval, as a part of the range in which it may be. */
const PRECISION = 1e-13;

/**
 * What is to be believed about two independent proportions, each after a beta prior: exactly, by integrals, without
 * taking anything to be normal. Expected losses are in successes per unit, whichever effect is asked for.
 *
 * Sources: A. Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.4; for the losses, C. Stucchio,
 * Bayesian A/B Testing at VWO (2015), section 6.
 *
 * @throws {StatisticsInputError} for shares that cannot be, a prior that is not above 0, or a confidence that
 * cannot be
 * @example
 * betaPosterior(
 *   { control: { successes: 100, count: 1000 }, treatment: { successes: 120, count: 1000 } },
 *   { prior: { a: 1, b: 1 }, effect: 'difference', confidence: 0.95 },
 * ).chanceToWin // 0.923
 */
export function betaPosterior(groups: Groups<Share>, question: BetaQuestion): Posterior {
  const { prior, effect, confidence } = question;
  requireShare(groups.control);
  requireShare(groups.treatment);
  requirePositive('the first figure of the prior', prior.a);
  requirePositive('the second figure of the prior', prior.b);
  requireBetween0And1('the confidence', confidence);
  const control = beliefAfter(prior, groups.control);
  const treatment = beliefAfter(prior, groups.treatment);
  const [c, t] = [meanOf(control), meanOf(treatment)];
  const [tail, estimate] = [(1 - confidence) / 2, effect === 'difference' ? t - c : (t - c) / c];
  return {
    estimate,
    interval: intervalOf(effect, { control, treatment }, tail),
    chanceToWin: chanceOfOrder(control, treatment),
    expectedLoss: {
      control: expectedExcess(treatment, control),
      treatment: expectedExcess(control, treatment),
    },
  };
}

function intervalOf(effect: BetaQuestion['effect'], groups: Groups<BetaBelief>, tail: number): Interval {
  // A relative effect has no upper end: how large 1 plus it is, over 1 plus that, has.
  const effectAt = (place: number) => (effect === 'difference' ? 2 * place - 1 : place / (1 - place) - 1);
  const end = (part: number) =>
    effectAt(rootBetween((place) => chanceOfLess(effect, groups, effectAt(place)) - part, 0, 1, PRECISION));
  return { from: end(tail), to: end(1 - tail) };
}

function beliefAfter(prior: BetaBelief, share: Share): BetaBelief {
  return { a: prior.a + share.successes, b: prior.b + share.count - share.successes };
}
