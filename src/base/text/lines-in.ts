import { isAscii } from 'node:buffer';

const LINE_FEED = 0x0a;

/**
 * The lines of a text in UTF-8, those together that end in the same chunk. One that comes in many chunks is put
 * together once, at its end; a line feed at the end of the text begins no line.
 *
 * @param onGrowing is told how many bytes have come of a line that is not at its end; it may throw
 */
export async function* linesIn(
  chunks: AsyncIterable<Uint8Array>,
  onGrowing: (bytes: number) => void = () => {},
): AsyncGenerator<readonly string[]> {
  let begun: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED);
    if (end >= 0) {
      yield splitLines(Buffer.concat([...begun, chunk.subarray(0, end)]));
      begun = [];
      bytes = 0;
    }
    if (end === chunk.length - 1) continue;
    begun.push(chunk.subarray(end + 1));
    bytes += chunk.length - end - 1;
    onGrowing(bytes);
  }
  if (begun.length > 0) yield splitLines(Buffer.concat(begun));
}

/** Line by line, because a long text takes the engine longer to make than many short ones; ASCII is made soonest. */
function splitLines(bytes: Buffer): string[] {
  const encoding = isAscii(bytes) ? 'latin1' : 'utf8';
  const lines: string[] = [];
  let from = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
    lines.push(bytes.toString(encoding, from, at));
    from = at + 1;
  }
  lines.push(bytes.toString(encoding, from));
  return lines;
}
