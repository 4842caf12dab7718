/** A line that never ends is handed on in pieces of this length, in UTF-16 units. */
const LONGEST_LINE = 8192;

/** Makes lines of the chunks that a program prints, whatever their edges cut apart. */
export class LineReader {
  readonly #decoder = new TextDecoder();
  readonly #take: (line: string) => void;
  #rest = '';

  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  push(chunk: Uint8Array): void {
    const lines = (this.#rest + this.#decoder.decode(chunk, { stream: true })).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#take(line.replace(/\r$/, ''));
    if (this.#rest.length < LONGEST_LINE) return;
    this.#take(this.#rest);
    this.#rest = '';
  }

  /** Hands on a last line that has no end. */
  end(): void {
    this.#rest += this.#decoder.decode();
    if (this.#rest !== '') this.#take(this.#rest);
    this.#rest = '';
  }
}
