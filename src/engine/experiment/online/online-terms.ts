import type { HoldOut } from '../assignment/assign-variant.js';
import type { Namespace } from '../assignment/namespace.js';

/** What an experiment over sessions or users goes by, besides its variants and metrics. */
export interface OnlineTerms {
  readonly holdOut: HoldOut | null;
  /** The part of units that it has for itself; null for all of them. */
  readonly namespace: Namespace | null;
  /** After so many days a session that is still open counts as one that was given up. */
  readonly windowDays: number;
}

/** Two weeks: who has not come back to a feature by then has done it otherwise, or not at all. */
export const USUAL_WINDOW_DAYS = 14;
