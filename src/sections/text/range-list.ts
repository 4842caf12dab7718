import type { TextRange } from '../section.js';
import { IntList } from './int-list.js';

/**
 * Ranges of a text, ascending and disjoint. An answer can have hundreds of thousands of them: they are kept as
 * plain numbers, and a range is an object only while somebody looks at it.
 *
 * @example
 * const list = new RangeList();
 * list.add(2, 5);
 * [...list.within(0, 4)]; // [{ start: 2, end: 4 }]
 */
export class RangeList {
  readonly #starts = new IntList();
  readonly #ends = new IntList();

  get count(): number {
    return this.#starts.length;
  }

  /** End of the last range, or -1 when there is none. */
  get lastEnd(): number {
    return this.count === 0 ? -1 : this.#ends.at(this.count - 1);
  }

  /** Adds a range that begins at or after the end of the last one. */
  add(start: number, end: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
  }

  /** Moves the end of the last range; there must be one. */
  extendLast(end: number): void {
    this.#ends.set(this.count - 1, end);
  }

  /** The ranges that overlap [from, to), cut to it. */
  *within(from: number, to: number): Generator<TextRange, void> {
    for (let index = this.#firstEndingAfter(from); index < this.count; index++) {
      const start = this.#starts.at(index);
      if (start >= to) return;
      yield { start: Math.max(start, from), end: Math.min(this.#ends.at(index), to) };
    }
  }

  /** Whether one of the ranges overlaps [from, to). */
  overlaps(from: number, to: number): boolean {
    const index = this.#firstEndingAfter(from);
    return index < this.count && this.#starts.at(index) < to;
  }

  /** The range that contains the character at `at`, or null. */
  containing(at: number): TextRange | null {
    const index = this.#firstEndingAfter(at);
    const start = this.#starts.at(index);
    return index < this.count && start <= at ? { start, end: this.#ends.at(index) } : null;
  }

  #firstEndingAfter(at: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ends.at(middle) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
