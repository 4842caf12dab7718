import { IntList } from '../text/int-list.js';
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

/** All fence lines of an answer, as plain numbers, since there may be a million of them. */
export class FenceList {
  #count = 0;
  readonly #cells = new IntList();

  get count(): number {
    return this.#count;
  }

  /** Adds a fence; returns its index, or -1 when the list is full. */
  add(fence: FenceLine, start: number, line: number, indent: number, opensBefore: boolean): number {
    if (this.#count === MOST_FENCES) return -1;
    const length = Math.min(fence.length, LONGEST_FENCE);
    this.#cells.push(start);
    this.#cells.push(line);
    this.#cells.push(indent);
    this.#cells.push((length << 10) | (fence.marker << 2) | INFOS.indexOf(fence.info));
    this.#cells.push(opensBefore ? FOLLOWS_PAUSE : 0);
    return this.#count++;
  }

  /** Tells what follows the fence at `index`: text, or a blank line or the end of the answer. */
  setFollowedByText(index: number): void {
    const at = index * COLUMNS + 4;
    this.#cells.set(at, this.#cells.at(at) | FOLLOWED_BY_TEXT);
  }

  at(index: number): Fence {
    const at = index * COLUMNS;
    const packed = this.#cells.at(at + 3);
    const around = this.#cells.at(at + 4);
    return {
      start: this.#cells.at(at),
      line: this.#cells.at(at + 1),
      indent: this.#cells.at(at + 2),
      lean: ((around & FOLLOWS_PAUSE) === 0 ? -1 : 1) + ((around & FOLLOWED_BY_TEXT) === 0 ? -1 : 1),
      followedByText: (around & FOLLOWED_BY_TEXT) !== 0,
      length: packed >>> 10,
      marker: (packed >>> 2) & 0xff,
      info: INFOS[packed & 3] ?? 'none',
    };
  }
}
