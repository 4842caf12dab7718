import type { Candidate } from './landmarks.js';

/** Candidates kept of a key and kind on either side, when few keys are expected. */
const MOST_PER_SIDE = 8;
const MOST_PER_SIDE_OF_ALL = 24;

/**
 * The candidates worth weighing. Of each expected section the first and the last few of the well-marked
 * candidates are kept, and as many of the others; the rest are read as ordinary text. So an answer that
 * repeats a name 50,000 times costs no more than one that repeats it sixteen times.
 */
export class CandidateList {
  readonly #perSide: number;
  readonly #buckets = new Map<number, Bucket>();

  constructor(expected: number) {
    this.#perSide = Math.max(1, Math.min(MOST_PER_SIDE, Math.floor(MOST_PER_SIDE_OF_ALL / expected)));
  }

  add(candidate: Candidate): void {
    const kind = candidate.key * 2 + (isWellMarked(candidate) ? 1 : 0);
    const bucket = this.#buckets.get(kind) ?? new Bucket(this.#perSide);
    this.#buckets.set(kind, bucket);
    bucket.add(candidate);
  }

  /** Puts `candidate` in the place of `former`, the last one added of its key. */
  replace(former: Candidate, candidate: Candidate): void {
    this.#buckets.get(former.key * 2 + (isWellMarked(former) ? 1 : 0))?.removeLast();
    this.add(candidate);
  }

  /** The candidates kept, in the order of the answer. */
  toSorted(): Candidate[] {
    return [...this.#buckets.values()].flatMap((bucket) => bucket.all()).sort((a, b) => a.start - b.start);
  }
}

function isWellMarked(candidate: Candidate): boolean {
  return candidate.form !== 'plain' && (candidate.match === 'canonical' || candidate.match === 'variant');
}

/** The first and the last `size` things added. */
class Bucket {
  readonly #size: number;
  readonly #first: Candidate[] = [];
  #last: Candidate[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  add(candidate: Candidate): void {
    if (this.#first.length < this.#size) {
      this.#first.push(candidate);
      return;
    }
    this.#last.push(candidate);
    if (this.#last.length > this.#size * 2) this.#last = this.#last.slice(-this.#size);
  }

  removeLast(): void {
    if (this.#last.length > 0) this.#last.pop();
    else this.#first.pop();
  }

  all(): Candidate[] {
    return [...this.#first, ...this.#last.slice(-this.#size)];
  }
}
