import type { Fence } from '../scan/fence-list.js';
import type { Candidate, Landmarks } from '../scan/landmarks.js';
import { BlockDepth } from './block-depth.js';
import { passedOverInFenceWeight, passedOverWeight } from './likeness.js';
import type { Standing } from './standing.js';
import { weights } from './weights.js';

/** The text before a candidate, read as the talk before the first section. */
export interface Preface {
  readonly weight: number;
  /** Index of the fence around the whole answer that is open where the candidate stands, or null. */
  readonly wholeFence: number | null;
}

/**
 * Reads the text before each candidate as the talk before the first section.
 *
 * @param standings - how each candidate stands among the others
 */
export function readPrefaces(landmarks: Landmarks, standings: readonly Standing[]): Preface[] {
  const walk = new PrefaceWalk(landmarks);
  return landmarks.candidates.map((first, index) => {
    walk.advanceTo(first);
    const passed =
      sum(walk.passedOver, ({ candidate, at }) => passedOverWeight(candidate, first, standings[at])) +
      sum(walk.enclosed, ({ candidate, at }) =>
        passedOverInFenceWeight(candidate, first, standings[at], landmarks.fences),
      );
    const opener = walk.opener;
    walk.passOver(first, index);
    return {
      weight: passed + insideWeight(opener?.fence ?? null, first),
      wholeFence: wholeFence(opener, first),
    };
  });
}

interface Opener {
  readonly fence: Fence;
  readonly index: number;
}

interface Passed {
  readonly candidate: Candidate;
  readonly at: number;
}

class PrefaceWalk {
  readonly #landmarks: Landmarks;
  readonly #depth = new BlockDepth();
  #fence = 0;
  #opener: Opener | null = null;
  #outside: Passed[] = [];
  readonly #enclosed: Passed[] = [];
  /** Candidates in the open block; they are enclosed only if it closes. */
  #inOpenBlock: Passed[] = [];

  constructor(landmarks: Landmarks) {
    this.#landmarks = landmarks;
  }

  get opener(): Opener | null {
    return this.#opener;
  }

  get passedOver(): readonly Passed[] {
    return [...this.#outside, ...this.#inOpenBlock];
  }

  /** Candidates in blocks that are closed. */
  get enclosed(): readonly Passed[] {
    return this.#enclosed;
  }

  advanceTo(candidate: Candidate): void {
    for (; this.#fence < candidate.fence; this.#fence++) {
      const fence = this.#landmarks.fences.at(this.#fence);
      if (!this.#depth.open) this.#opener = { fence, index: this.#fence };
      this.#depth.step(fence);
      if (this.#depth.open) continue;
      this.#opener = null;
      this.#enclosed.push(...this.#inOpenBlock);
      this.#inOpenBlock = [];
    }
  }

  passOver(candidate: Candidate, at: number): void {
    (this.#opener === null ? this.#outside : this.#inOpenBlock).push({ candidate, at });
  }
}

function insideWeight(opener: Fence | null, first: Candidate): number {
  if (opener === null) return 0;
  return encloses(opener, first) ? weights.wholeInFence : weights.insideFenceBefore;
}

function wholeFence(opener: Opener | null, first: Candidate): number | null {
  if (opener === null) return null;
  return encloses(opener.fence, first) || opener.fence.info === 'prose' ? opener.index : null;
}

/** Whether a fence right above the first heading may be around the whole answer. */
function encloses(opener: Fence, first: Candidate): boolean {
  return opener.info !== 'code' && opener.line === first.line - 1;
}

function sum<T>(items: readonly T[], weigh: (item: T) => number): number {
  return items.reduce((total, item) => total + weigh(item), 0);
}
