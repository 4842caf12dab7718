import type { ReadRow } from '../../../engine/batch/data-row.js';
import type { DataUnreadableError } from './errors.js';

/** A row of data as a reader found it. */
export type RowReading = ReadRow | BadRow;

/** A row that cannot be read, while those behind it can. */
export interface BadRow {
  /** From 1. */
  readonly row: number;
  readonly error: DataUnreadableError;
}
