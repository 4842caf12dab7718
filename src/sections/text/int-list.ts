/** Bits of an index that count within a chunk: 1,024 numbers. */
const CHUNK_BITS = 10;
const CHUNK = 1 << CHUNK_BITS;

/**
 * A growing list of 32-bit integers.
 *
 * It grows by chunks of one size: nothing is copied when it grows, no more than one chunk is ever empty, and
 * the collector of garbage has nothing to follow in it.
 *
 * @example
 * const list = new IntList();
 * list.push(7);
 * list.at(0); // 7
 */
export class IntList {
  readonly #chunks: Int32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const offset = this.#length & (CHUNK - 1);
    if (offset === 0) this.#chunks.push(new Int32Array(CHUNK));
    this.#length++;
    this.set(this.#length - 1, value);
  }

  /** The number at `index`, or 0 where there is none. */
  at(index: number): number {
    return this.#chunks[index >> CHUNK_BITS]?.[index & (CHUNK - 1)] ?? 0;
  }

  /** Replaces the number at `index`, which must be there. */
  set(index: number, value: number): void {
    const chunk = this.#chunks[index >> CHUNK_BITS];
    if (chunk !== undefined) chunk[index & (CHUNK - 1)] = value;
  }
}
