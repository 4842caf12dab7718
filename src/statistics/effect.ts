/** From where to where; both ends belong to it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** What a comparison found: how much more the treatment has than the control, and how sure that is. */
export interface Effect {
  readonly estimate: number;
  /** Where the true effect is, with the confidence that was asked for. */
  readonly interval: Interval;
  /** Two-sided, of the hypothesis that there is no effect. */
  readonly pValue: number;
}

/** How sure an interval is: 0.95 covers the truth in 95 of 100 experiments. */
export interface Confidence {
  readonly confidence: number;
}

/**
 * What is known where nothing varied: the estimate, and nothing of how far it is off. The interval is without ends.
 */
export function unknownEffect(estimate: number): Effect {
  return {
    estimate,
    interval: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    pValue: 1,
  };
}
