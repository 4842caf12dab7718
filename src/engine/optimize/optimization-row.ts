import type { ItemInput } from '../batch/batch.js';

/** A row of the data. */
export interface OptimizationRow {
  /** Its number in the data, from 1. */
  readonly row: number;
  /** The values of the prompt's variables. */
  readonly input: ItemInput;
  /** What it expects of an answer; null where it says nothing. */
  readonly expected: string | null;
}
