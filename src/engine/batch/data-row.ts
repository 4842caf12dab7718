import type { BatchProblem, ItemInput } from './batch.js';

/** A row of some data: the values of variables, or why they cannot be read. */
export type DataRow = ReadRow | UnreadableRow;

export interface ReadRow {
  /** From 1. */
  readonly row: number;
  readonly values: ItemInput;
}

export interface UnreadableRow {
  /** From 1. */
  readonly row: number;
  readonly fault: BatchProblem;
}

/** Some data, which may be larger than the memory: it is read once, row by row. */
export interface DataRows extends AsyncIterable<DataRow> {
  /** Whether the values are texts that are to be read by the types of the variables, as those of a CSV file. */
  readonly valuesAre: 'words' | 'data';
}
