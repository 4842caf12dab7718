import type { BatchResultRow } from '../outputs.js';

/** How results are written one after the other. */
export interface ResultFormat {
  /** What stands before the first. */
  readonly head: string;
  /** One of them, with its line end. */
  entry(row: BatchResultRow): string;
}
