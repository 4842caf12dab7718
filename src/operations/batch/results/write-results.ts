import type { BatchResultRow, BatchResults } from '../outputs.js';
import { csv } from './csv.js';
import { jsonLines } from './json-lines.js';
import type { ResultFormat } from './result-format.js';
import type { ResultFormatName } from './result-formats.js';

/** Takes what is written, piece by piece. */
export type ResultSink = (text: string) => Promise<void>;

/** How results are written, and which of them. */
export interface ResultOptions {
  readonly format: ResultFormatName;
  /** Of a table only: whether a text that a spreadsheet would take for a formula has an apostrophe before it. */
  readonly escapeFormulas: boolean;
  /** Only the rows that stand so; all of them unless given. */
  readonly status?: BatchResultRow['status'] | undefined;
}

/**
 * Writes the results of a batch in the order of its rows, one after the other: however many there are, it takes
 * no more memory.
 *
 * @returns how many rows were written
 */
export async function writeResults(
  results: BatchResults,
  options: ResultOptions,
  write: ResultSink,
): Promise<number> {
  const { head, entry } = await formatFor(results, options);
  if (head !== '') await write(head);
  let rows = 0;
  for await (const row of results.rows) {
    if (options.status !== undefined && row.status !== options.status) continue;
    await write(entry(row));
    rows++;
  }
  return rows;
}

async function formatFor(
  { rows, fields }: BatchResults,
  { format, escapeFormulas }: ResultOptions,
): Promise<ResultFormat> {
  if (format === 'jsonl') return jsonLines;
  return csv({ variables: await variablesIn(rows), fields, escapeFormulas });
}

/** Rows in JSON may have other variables than those before them: all are looked at for the header of a table. */
async function variablesIn(rows: AsyncIterable<BatchResultRow>): Promise<string[]> {
  const names = new Set<string>();
  for await (const { input } of rows) for (const name of Object.keys(input)) names.add(name);
  return [...names];
}
