/** The end of a stream of bytes; what is before it is let go. */
export class ByteTail {
  readonly #limit: number;
  #chunks: Uint8Array[] = [];
  #bytes = 0;

  /** @param limitBytes how much is kept at least, where there is as much; at most it is twice as much */
  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  add(chunk: Uint8Array): void {
    this.#chunks.push(chunk.slice(-this.#limit));
    this.#bytes += Math.min(chunk.length, this.#limit);
    if (this.#bytes > 2 * this.#limit) this.#cut();
  }

  text(): string {
    this.#cut();
    return new TextDecoder().decode(this.#chunks[0]);
  }

  #cut(): void {
    const tail = Buffer.concat(this.#chunks).subarray(-this.#limit);
    this.#chunks = [tail];
    this.#bytes = tail.length;
  }
}
