import type { FenceInfo, FenceLine } from './fence-line.js';

/**
 * Fence lines after this many are read as ordinary text: an answer with more of them has no structure to
 * find, and the list stays small beside the answer itself.
 */
const MOST_FENCES = 1 << 20;

/** Fences longer than this are counted as this long. */
const LONGEST_FENCE = (1 << 20) - 1;

const COLUMNS = 5;
/** Bits of the last column. */
const FOLLOWS_PAUSE = 1;
const FOLLOWED_BY_TEXT = 2;
const INFOS: readonly FenceInfo[] = ['none', 'prose', 'code'];

/** One fence line and what stands around it. */
export interface Fence extends FenceLine {
  /** Offset of the line's start. */
  readonly start: number;
  /** Ordinal of the line among the lines that count. */
  readonly line: number;
  /** Blank characters before it. */
  readonly indent: number;
  /**
   * How much the lines around it suggest that it opens a block rather than closes one, from -2 to 2: a
   * blank line or a colon before it and text after it suggest opening.
   */
  readonly lean: number;
  readonly followedByText: boolean;
}

/** All fence lines of an answer, in one typed array, since there may be a million of them. */
export class FenceList {
  #count = 0;
  #cells = new Int32Array(64 * COLUMNS);

  get count(): number {
    return this.#count;
  }

  /** Adds a fence; returns its index, or -1 when the list is full. */
  add(fence: FenceLine, start: number, line: number, indent: number, opensBefore: boolean): number {
    if (this.#count === MOST_FENCES) return -1;
    if ((this.#count + 1) * COLUMNS > this.#cells.length) this.#grow();
    const at = this.#count * COLUMNS;
    this.#cells[at] = start;
    this.#cells[at + 1] = line;
    this.#cells[at + 2] = indent;
    this.#cells[at + 3] =
      (Math.min(fence.length, LONGEST_FENCE) << 10) | (fence.marker << 2) | INFOS.indexOf(fence.info);
    this.#cells[at + 4] = opensBefore ? FOLLOWS_PAUSE : 0;
    return this.#count++;
  }

  /** Tells what follows the fence at `index`: text, or a blank line or the end of the answer. */
  setFollowedByText(index: number): void {
    const at = index * COLUMNS + 4;
    this.#cells[at] = this.#cell(at) | FOLLOWED_BY_TEXT;
  }

  at(index: number): Fence {
    const at = index * COLUMNS;
    const packed = this.#cell(at + 3);
    const around = this.#cell(at + 4);
    return {
      start: this.#cell(at),
      line: this.#cell(at + 1),
      indent: this.#cell(at + 2),
      lean: ((around & FOLLOWS_PAUSE) === 0 ? -1 : 1) + ((around & FOLLOWED_BY_TEXT) === 0 ? -1 : 1),
      followedByText: (around & FOLLOWED_BY_TEXT) !== 0,
      length: packed >>> 10,
      marker: (packed >>> 2) & 0xff,
      info: INFOS[packed & 3] ?? 'none',
    };
  }

  #cell(at: number): number {
    return this.#cells[at] ?? 0;
  }

  #grow(): void {
    const wider = new Int32Array(this.#cells.length * 2);
    wider.set(this.#cells);
    this.#cells = wider;
  }
}
