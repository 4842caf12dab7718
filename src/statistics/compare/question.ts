import type { Confidence } from '../effect.js';

export interface Question extends Confidence {
  /** The difference itself, or as a part of what the control has. */
  readonly effect: 'difference' | 'relative';
  /** `once`: with the data that were planned. `any-time`: as often as one likes. */
  readonly looks: 'once' | 'any-time';
  /** The same seed gives the same interval, where it is drawn by lot. */
  readonly seed: string;
}

/** Up to so many units a quotient has the bootstrap's interval; beyond, the delta method is as good. */
export const BOOTSTRAP_UP_TO = 10_000;

/** Where a group has fewer successes, or fewer failures, approximations for proportions are not to be trusted. */
export const FEW_EVENTS = 10;
