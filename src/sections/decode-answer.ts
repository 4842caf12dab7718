/**
 * Decodes the bytes of an answer.
 *
 * UTF-8, unless a byte order mark says UTF-16 (PowerShell's `>` writes that). Invalid bytes become
 * U+FFFD. A mark stays as U+FEFF, so that offsets agree with a plain decoding of the same bytes.
 *
 * @param bytes - the answer as it was read
 * @example
 * decodeAnswer(new Uint8Array([0x68, 0xff, 0x69])); // 'h\uFFFDi'
 */
export function decodeAnswer(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { ignoreBOM: true }).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
