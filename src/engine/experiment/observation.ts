import type { ExecutionId } from '../../base/ids.js';

/** A figure that was measured of a variant. */
export interface Observation {
  /** The number of the metric in the experiment, from 1. */
  readonly metric: number;
  /** What was tried: the number of a row, the id of a session, or the key of a user. */
  readonly unit: string;
  /** The number of the variant in the experiment, from 1. */
  readonly variant: number;
  /** Counts the times that the unit was tried, from 1. */
  readonly repetition: number;
  /** In the unit of the metric. */
  readonly value: number;
  /** What it is divided by, where the metric is a ratio. */
  readonly divisor?: number | null;
  /** Where it was seen; null when in no execution. */
  readonly execution: ExecutionId | null;
}

/** What was measured by a metric, column by column: an object for each of a million would take longer than the analysis. */
export interface ObservedColumns {
  /** What was tried, as a number: the same one stands for the same unit. */
  readonly units: Int32Array;
  readonly variants: Float64Array;
  readonly values: Float64Array;
  /** What the sums of values are divided by in a quotient of sums; null where that is how many they are. */
  readonly divisors: Float64Array | null;
}
