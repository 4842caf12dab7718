import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { csvDelimiter, hasHeader } from './csv-delimiter.js';
import { CsvTable } from './csv-table.js';
import { type DelimiterName, delimiters } from './data-format.js';
import { LONGEST_ROW_BYTES } from './longest-row.js';
import type { RowReading } from './row-reading.js';
import { utf8Pieces } from './utf8-pieces.js';

/**
 * The rows of a table as RFC 4180 has it, with a header; blank lines are no rows. A row that does not fit the
 * header ends the reading: what comes behind a quotation mark out of place would be something else, too.
 *
 * @param name the name of the data, for errors
 * @param delimiter what stands between the fields; by the header unless given
 * @throws DataUnreadableError with the line that cannot be read
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  delimiter: DelimiterName | undefined,
): AsyncGenerator<RowReading> {
  const { head, pieces } = await withHead(utf8Pieces(chunks, name));
  const table = new CsvTable(name);
  const parser = parse({
    delimiter: delimiter === undefined ? csvDelimiter(head) : delimiters[delimiter],
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW_BYTES,
    on_record: (fields: string[], { lines }) => (table.check(fields, lines) === 'row' ? fields : null),
  });
  // Whatever fails comes out of the parser when it is read.
  pipeline(Readable.from(pieces), parser, () => {});
  try {
    for await (const fields of parser) yield table.row(fields);
  } catch (error) {
    throw error instanceof CsvError ? table.explained(error) : error;
  }
  table.end();
}

/** The beginning of a table with its header, and all of it. */
async function withHead(pieces: AsyncGenerator<Buffer>) {
  const taken: Buffer[] = [];
  let head = '';
  while (!hasHeader(head)) {
    const { value, done } = await pieces.next();
    if (done === true) break;
    taken.push(value);
    head += value.toString('utf8');
  }
  return { head, pieces: replayed(taken, pieces) };
}

async function* replayed(taken: readonly Buffer[], rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield* taken;
  yield* rest;
}
