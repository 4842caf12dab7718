/** Pieces that are joined at once. */
const BATCH = 1024;

/**
 * Puts a text together from many small pieces. Pieces are joined in batches, so that neither the pieces nor
 * what the engine of JavaScript keeps to join them live on until the text is complete.
 *
 * @example
 * const pieces = new TextPieces();
 * pieces.add('a');
 * pieces.add('b');
 * pieces.joined(); // 'ab'
 */
export class TextPieces {
  #text = '';
  #batch: string[] = [];

  add(piece: string): void {
    this.#batch.push(piece);
    if (this.#batch.length === BATCH) this.#joinBatch();
  }

  /** All pieces in the order in which they came. */
  joined(): string {
    this.#joinBatch();
    return this.#text;
  }

  #joinBatch(): void {
    this.#text += this.#batch.join('');
    this.#batch = [];
  }
}
