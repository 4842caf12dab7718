import { isUtf8 } from 'node:buffer';
import { DataUnreadableError } from './errors.js';

const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const LINE_FEED = 0x0a;

/**
 * The bytes of a text in UTF-8 as they come, in pieces that end between two characters; a byte order mark is
 * left out.
 *
 * @param name the name of the data, for errors
 * @throws DataUnreadableError with the line that is not UTF-8
 */
export async function* utf8Pieces(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Buffer> {
  let line = 1;
  let rest: Uint8Array = Buffer.alloc(0);
  for await (const bytes of fromItsBeginning(chunks, name)) {
    const all = rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([rest, bytes]);
    const end = endOfWholeCharacters(all);
    const piece = all.subarray(0, end);
    if (!isUtf8(piece)) throw notUtf8(name, line + linesBefore(firstBadLine(piece), piece));
    line += linesBefore(piece.length, piece);
    rest = all.subarray(end);
    yield piece;
  }
  if (rest.length > 0) throw notUtf8(name, line);
}

/** The same bytes without a byte order mark; the first of them come together. */
async function* fromItsBeginning(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < BYTE_ORDER_MARK.length) continue;
    yield withoutMark(head, name);
    head = null;
  }
  if (head !== null) yield withoutMark(head, name);
}

function withoutMark(head: Buffer, name: string): Buffer {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new DataUnreadableError(name, null, 'it is written in UTF-16.', AS_UTF8);
  }
  return head.subarray(0, 3).equals(BYTE_ORDER_MARK) ? head.subarray(3) : head;
}

/** Where the last character ends that is there as a whole. */
function endOfWholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    const goesOn = (byte & 0xc0) === 0x80;
    if (!goesOn) return lengthOfCharacter(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** In bytes, by its first one. */
function lengthOfCharacter(first: number): number {
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** Where the first line begins that is not UTF-8. */
function firstBadLine(piece: Buffer): number {
  for (let start = 0; ; ) {
    const feed = piece.indexOf(LINE_FEED, start);
    if (feed < 0 || !isUtf8(piece.subarray(start, feed))) return start;
    start = feed + 1;
  }
}

function linesBefore(end: number, piece: Buffer): number {
  let lines = 0;
  for (let at = piece.indexOf(LINE_FEED); at >= 0 && at < end; at = piece.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}

const AS_UTF8 = 'Save it as UTF-8; spreadsheets call that "CSV UTF-8".';

function notUtf8(name: string, line: number): DataUnreadableError {
  const hint = `${AS_UTF8} A file in Latin-1 is made so by iconv -f latin1 -t utf-8.`;
  return new DataUnreadableError(name, line, 'this is not UTF-8.', hint);
}
