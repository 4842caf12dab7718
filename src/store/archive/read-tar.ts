import { BLOCK, paddingBytes, readTarHeader, type TarHeader } from './tar-format.js';

/** A file in a tar file; its body has to be read to its end before the next one is asked for. */
export interface TarEntry extends TarHeader {
  readonly body: AsyncIterable<Buffer>;
}

/** What makes a tar file unreadable, as the end of a sentence. */
export class TarFault extends Error {}

/**
 * The files of a tar file one after the other, as they come in. Nothing else than plain files is taken, and nothing
 * is held but the bytes that came last.
 *
 * @throws TarFault when it is cut off, or is no tar file
 */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = new ByteSource(chunks);
  for (;;) {
    const block = await source.take(BLOCK);
    const header = readTarHeader(block);
    if (header === null) break;
    if (header === undefined) throw new TarFault('the header of a file in it cannot be read');
    yield { ...header, body: source.stream(header.size) };
    await source.take(paddingBytes(header.size));
  }
  await source.drain();
}

class ByteSource {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** So many bytes; few, for they are put together. */
  async take(size: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.stream(size)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async *stream(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (this.#held.length === 0) await this.#fill();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** What is behind the end is nobody's business, but that it is whole is found out only by reading it. */
  async drain(): Promise<void> {
    while (!(await this.#chunks.next()).done);
  }

  async #fill(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done === true) throw new TarFault('it ends too early');
    this.#held = value;
  }
}
