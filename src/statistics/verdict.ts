import type { Effect } from './effect.js';
import { StatisticsInputError } from './errors.js';

/** What a change of a metric means. */
export interface Aim {
  readonly better: 'higher' | 'lower';
  /** The smallest difference that matters, in the unit of the effect; 0: every one does. */
  readonly matters: number;
}

/** What the data say. The effect and its interval are the reader's to show beside it. */
export type Verdict =
  | {
      readonly is: 'better' | 'worse';
      /** Whether all of the interval is at least as far from 0 as what matters, or only some of it. */
      readonly matters: 'surely' | 'perhaps';
    }
  | { readonly is: 'no-difference-that-matters' }
  | {
      readonly is: 'not-enough-data';
      /**
       * How many times as much data, those at hand included, would decide it if the estimate stays where it is; null if
       * that cannot be said.
       */
      readonly times: number | null;
    };

/**
 * What follows from an effect. The interval decides: within the differences that do not matter there is none that
 * does (equivalence by inclusion of the interval); on one side of 0 it is better or worse; else there are not
 * enough data yet.
 *
 * Source: D. J. Schuirmann, A comparison of the two one-sided tests procedure and the power approach, Journal of
 * Pharmacokinetics and Biopharmaceutics 15 (1987), with the interval that is shown, which is a little stricter.
 *
 * @throws {StatisticsInputError} for a difference that matters below 0
 * @example
 * verdictOn({ estimate: 0.03, interval: { from: 0.01, to: 0.05 } }, { better: 'higher', matters: 0.02 })
 * // { is: 'better', matters: 'perhaps' }
 */
export function verdictOn(
  { estimate, interval }: Pick<Effect, 'estimate' | 'interval'>,
  { better, matters }: Aim,
): Verdict {
  if (!(matters >= 0))
    throw new StatisticsInputError('the smallest difference that matters has to be from 0 on', matters);
  const { from, to } = better === 'higher' ? interval : { from: -interval.to, to: -interval.from };
  if (from > -matters && to < matters) return { is: 'no-difference-that-matters' };
  if (from > 0) return { is: 'better', matters: from >= matters ? 'surely' : 'perhaps' };
  if (to < 0) return { is: 'worse', matters: to <= -matters ? 'surely' : 'perhaps' };
  return { is: 'not-enough-data', times: timesNeeded(Math.abs(estimate), (to - from) / 2, matters) };
}

/** Intervals become narrower as the root of the number of units. */
function timesNeeded(distance: number, half: number, matters: number): number | null {
  const times = (half / Math.max(distance, matters - distance)) ** 2;
  return Number.isFinite(times) ? Math.max(times, 1) : null;
}
