import type { QueryExecutorProvider } from 'kysely';
import { capabilitiesOf, type RowsToPack } from './capabilities.js';

/** The columns of rows: for the text the number of the run of equal ones that a row belongs to, from 1; the numbers as they are. */
export interface PackedColumns {
  readonly runs: Int32Array;
  readonly numbers: readonly Float64Array[];
}

const BYTES_OF_NUMBER = 8;

/**
 * Reads a text and numbers of very many rows. They come as one value, of doubles with their high bytes first, since a
 * row by itself takes both drivers longer than all that is done with it.
 */
export async function packedColumns(
  executor: QueryExecutorProvider,
  rows: RowsToPack,
): Promise<PackedColumns> {
  const found = await capabilitiesOf(executor).packed(rows).execute(executor);
  return unpacked(found.rows[0]?.packed ?? new Uint8Array(), rows.numbers.length);
}

function unpacked(bytes: Uint8Array, numbers: number): PackedColumns {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = (1 + numbers) * BYTES_OF_NUMBER;
  const length = bytes.byteLength / width;
  const numberAt = (row: number, at: number) => view.getFloat64(row * width + at * BYTES_OF_NUMBER);
  const runs = new Int32Array(length);
  for (let row = 0; row < length; row++) runs[row] = numberAt(row, 0);
  const columns = Array.from({ length: numbers }, () => new Float64Array(length));
  for (const [at, column] of columns.entries())
    for (let row = 0; row < length; row++) column[row] = numberAt(row, at + 1);
  return { runs, numbers: columns };
}
