import type { StoredRow } from '../dialects/upkeep.js';
import type { TableDesign } from '../table-design.js';

/** The rows of a table, some at a time; wherever they come from. */
export interface TableRows {
  readonly table: TableDesign;
  readonly batches: AsyncIterable<readonly StoredRow[]>;
}

/** What is told while rows go from one place to another. */
export type ReportRows = (rows: number) => void;

const MOST_ROWS = 1000;
const MOST_SIZE = 4_000_000;

/** Puts rows together to batches of a bearable size, those of large rows of one. */
export class RowBatch {
  #rows: StoredRow[] = [];
  #size = 0;

  /**
   * @param size in bytes, about
   * @returns the batch that is full, if it is now; the row is the first of the next one
   */
  add(row: StoredRow, size: number): readonly StoredRow[] | null {
    const isFull =
      this.#rows.length === MOST_ROWS || (this.#rows.length > 0 && this.#size + size > MOST_SIZE);
    const full = isFull ? this.rest() : null;
    this.#rows.push(row);
    this.#size += size;
    return full;
  }

  /** What is left. */
  rest(): readonly StoredRow[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#size = 0;
    return rows;
  }
}

/** The same for rows that come one by one. */
export async function* inBatches(rows: AsyncIterable<StoredRow>): AsyncGenerator<readonly StoredRow[]> {
  const batch = new RowBatch();
  for await (const row of rows) {
    const full = batch.add(row, sizeOf(row));
    if (full !== null) yield full;
  }
  yield batch.rest();
}

function sizeOf(row: StoredRow): number {
  let size = 0;
  for (const value of row) size += typeof value === 'number' || value === null ? 8 : value.length;
  return size;
}
