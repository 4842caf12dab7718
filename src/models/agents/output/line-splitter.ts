/**
 * Cuts text that comes in pieces into lines. Every character is looked at once, however many pieces a line
 * comes in.
 */
export class LineSplitter {
  readonly #take: (line: string) => void;
  #pieces: string[] = [];

  /** @param take is given each line without its line end; blank ones are left out */
  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  add(text: string): void {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#pieces.push(text.slice(from, end));
      this.#flush();
      from = end + 1;
    }
    if (from < text.length) this.#pieces.push(text.slice(from));
  }

  /** Takes what stands after the last line end. */
  end(): void {
    this.#flush();
  }

  #flush(): void {
    const line = this.#pieces.join('').trim();
    this.#pieces = [];
    if (line !== '') this.#take(line);
  }
}
