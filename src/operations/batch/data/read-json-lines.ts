import { linesIn } from '../../../base/text/lines-in.js';
import { jsonRow } from './json-row.js';
import { requireShortRow } from './longest-row.js';
import type { RowReading } from './row-reading.js';
import { utf8Pieces } from './utf8-pieces.js';

/**
 * The rows of a text with a JSON object a line; blank lines are no rows.
 *
 * @param name the name of the data, for errors
 * @throws DataUnreadableError with the line that cannot be read
 */
export async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<RowReading> {
  let line = 0;
  let row = 0;
  const onGrowing = (bytes: number) => requireShortRow(bytes, name, line + 1);
  for await (const lines of linesIn(utf8Pieces(chunks, name), onGrowing)) {
    for (const text of lines) {
      line++;
      if (text.trim() !== '') yield jsonRow(text, { row: ++row, name, line });
    }
  }
}
