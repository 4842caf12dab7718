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
      yield decoded([...begun, chunk.subarray(0, end)]).split('\n');
      begun = [];
      bytes = 0;
    }
    if (end === chunk.length - 1) continue;
    begun.push(chunk.subarray(end + 1));
    bytes += chunk.length - end - 1;
    onGrowing(bytes);
  }
  if (begun.length > 0) yield [decoded(begun)];
}

/** Most texts are ASCII, for which there is a way four times as quick. */
function decoded(pieces: readonly Uint8Array[]): string {
  const bytes = Buffer.concat(pieces);
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}
