import { type QueryExecutorProvider, sql } from 'kysely';
import type { FoundColumns, WantedColumns } from './capabilities.js';

const BYTES_OF_NUMBER = 8;

/** The rows come as one value, of doubles with their high bytes first, as `packedRows` lays them out. */
export async function columnsIn(
  executor: QueryExecutorProvider,
  { query, text, numbers }: WantedColumns,
): Promise<FoundColumns> {
  const wanted = sql.join([text, ...numbers].map((name) => sql.ref(name)));
  const { rows } = await sql<{ packed: Uint8Array | null }>`
    select packed_rows(${wanted}) as packed from (${query})
  `.execute(executor);
  return unpacked(rows[0]?.packed ?? new Uint8Array(), numbers.length);
}

function unpacked(bytes: Uint8Array, numbers: number): FoundColumns {
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
