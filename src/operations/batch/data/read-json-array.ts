import { JsonArrayScanner } from './json-array-scanner.js';
import { jsonRow } from './json-row.js';
import type { RowReading } from './row-reading.js';
import { utf8Pieces } from './utf8-pieces.js';

/**
 * The rows of a JSON array of objects.
 *
 * @param name the name of the data, for errors
 * @throws DataUnreadableError with the line that cannot be read
 */
export async function* readJsonArray(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<RowReading> {
  const scanner = new JsonArrayScanner(name);
  let row = 0;
  for await (const piece of utf8Pieces(chunks, name)) {
    for (const { text, line } of scanner.push(piece.toString('utf8'))) {
      yield jsonRow(text, { row: ++row, name, line });
    }
  }
  scanner.end();
}
