/** The last lines of an output, as many as fit. */
export class OutputTail {
  readonly #limitBytes: number;
  readonly #lines: string[] = [];
  #first = 0;
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  push(line: string): void {
    this.#lines.push(line);
    this.#bytes += size(line);
    while (this.#bytes > this.#limitBytes && this.#first < this.#lines.length) {
      this.#bytes -= size(this.#lines[this.#first] ?? '');
      this.#first += 1;
    }
    this.#forget();
  }

  get text(): string {
    return this.#lines.slice(this.#first).join('\n');
  }

  /** Now and then, so that each line is moved a few times at most. */
  #forget(): void {
    if (this.#first < 1024 || this.#first < this.#lines.length / 2) return;
    this.#lines.splice(0, this.#first);
    this.#first = 0;
  }
}

function size(line: string): number {
  return Buffer.byteLength(line) + 1;
}
