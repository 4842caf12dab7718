import { InputTooLargeError } from '../input/errors.js';

/**
 * The bytes of all chunks as one array.
 * @throws {InputTooLargeError} at the first chunk beyond `limitBytes`; the rest is not asked for.
 */
export async function collectBytes(
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Uint8Array> {
  const collected: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limitBytes) throw new InputTooLargeError(limitBytes);
    collected.push(chunk);
  }
  return Buffer.concat(collected, size);
}
