import type { DataRow, DataRows } from '../../../engine/batch/data-row.js';
import type { DataFormat, DelimiterName } from './data-format.js';
import type { RowReading } from './row-reading.js';

/** How data is written. */
export interface DataSource {
  readonly format: DataFormat;
  /** The name of the data, for errors. */
  readonly name: string;
  /** What stands between the fields of a table; by its header unless given. */
  readonly delimiter?: DelimiterName | undefined;
  /** Whether a row that alone cannot be read comes with its fault; else it ends the reading. */
  readonly keepBadRows?: boolean | undefined;
}

/**
 * Reads data row by row, as the rows are asked for; it holds no more than one.
 *
 * @throws DataUnreadableError from the rows, with the line that cannot be read
 * @example
 * const rows = openData(createReadStream('people.csv'), { format: 'csv', name: 'people.csv' });
 * for await (const row of rows) take(row);
 */
export function openData(chunks: AsyncIterable<Uint8Array>, source: DataSource): DataRows {
  const rows = settled(readings(chunks, source), source.keepBadRows === true);
  return {
    valuesAre: source.format === 'csv' ? 'words' : 'data',
    [Symbol.asyncIterator]: () => rows,
  };
}

/** The readers are loaded when they are needed. */
async function* readings(
  chunks: AsyncIterable<Uint8Array>,
  { format, name, delimiter }: DataSource,
): AsyncGenerator<RowReading> {
  switch (format) {
    case 'csv':
      return yield* (await import('./read-csv.js')).readCsv(chunks, name, delimiter);
    case 'jsonl':
      return yield* (await import('./read-json-lines.js')).readJsonLines(chunks, name);
    case 'json':
      return yield* (await import('./read-json-array.js')).readJsonArray(chunks, name);
  }
}

async function* settled(rows: AsyncGenerator<RowReading>, keepBadRows: boolean): AsyncGenerator<DataRow> {
  for await (const row of rows) {
    if (!('error' in row)) yield row;
    else if (!keepBadRows) throw row.error;
    else yield { row: row.row, fault: { code: row.error.code, message: row.error.message } };
  }
}
