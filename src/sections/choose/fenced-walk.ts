import type { Fence } from '../scan/fence-list.js';
import { BlockDepth, strainWeight } from './block-depth.js';
import type { Boundary, PassedOver, SegmentReading } from './body-reading.js';
import { weights } from './weights.js';

/** A fence that may close the body. */
interface Closer {
  readonly index: number;
  readonly fence: Fence;
  /** Whether blocks inside the body pair up when it ends here. */
  readonly paired: boolean;
  /** Fences inside the body that look like the opposite of what they are. */
  readonly strained: number;
  /** What the candidates before it cost, being inside, and would cost outside. */
  readonly inside: number;
  readonly outside: number;
}

/** Reads the text after a heading as a body in an outer fence, boundary by boundary. */
export class FencedWalk {
  readonly #outer: Fence;
  readonly #opener: number;
  readonly #base: number;
  readonly #introduced: boolean;
  readonly #inner = new BlockDepth();
  /** The fences that may close the body: the first, the last, and the last that leaves pairs inside. */
  #first: Closer | null = null;
  #last: Closer | null = null;
  #lastPaired: Closer | null = null;
  #inside = 0;
  #outside = 0;
  #innerFences = 0;

  constructor(outer: Fence, opener: number, introduced = false) {
    this.#outer = outer;
    this.#opener = opener;
    const bare = outer.info === 'none' && !outer.followedByText;
    this.#introduced = introduced;
    this.#base =
      weights.fencedBody +
      (bare ? weights.openerLooksLikeCloser : 0) +
      (introduced ? weights.introduction : 0);
  }

  step(fence: Fence, index: number): void {
    if (fence.marker !== this.#outer.marker || fence.length < this.#outer.length) return;
    this.#innerFences++;
    if (fence.info === 'none') this.#addCloser(fence, index);
    this.#inner.step(fence);
  }

  #addCloser(fence: Fence, index: number): void {
    const paired = !this.#inner.open;
    const closer = {
      index,
      fence,
      paired,
      strained: this.#inner.strained,
      inside: this.#inside,
      outside: this.#outside,
    };
    this.#first ??= closer;
    this.#last = closer;
    if (paired) this.#lastPaired = closer;
  }

  /** Leaves a candidate inside the segment. */
  passOver({ outside, inside }: PassedOver): void {
    this.#outside += outside;
    this.#inside += inside;
    this.#inner.passOver({ outside, inside });
  }

  read(boundary: Boundary): SegmentReading {
    const { outside, insideOpen } = this.#inner.passedOver;
    const unclosed: SegmentReading = {
      body: { kind: 'fenced', opener: this.#opener, closer: null },
      weight:
        this.#base +
        (this.#introduced ? weights.introductionToMore : 0) +
        (boundary.isEnd ? weights.unclosedAtEnd : weights.unclosedFence) +
        this.#inside +
        (outside + insideOpen) * weights.passedOverInOpenBlock,
      doubt: 'its fence is never closed',
      open: true,
    };
    return [this.#first, this.#lastPaired, this.#last]
      .filter((closer) => closer !== null)
      .map((closer) => this.#closedBy(closer, boundary))
      .reduce((best, reading) => (reading.weight > best.weight ? reading : best), unclosed);
  }

  #closedBy(closer: Closer, boundary: Boundary): SegmentReading {
    const linesAfter = boundary.line - closer.fence.line - 1;
    const fencesAfter = boundary.fence - closer.index - 1;
    const weight =
      this.#base +
      strainWeight(closer.strained) +
      (closer.paired ? 0 : linesAfter === 0 ? weights.innerUnpairedAtEdge : weights.innerUnpaired) +
      (Math.abs(closer.fence.indent - this.#outer.indent) > 1 ? weights.closerIndented : 0) +
      (closer.fence.length > this.#outer.length ? weights.closerLonger : 0) +
      (closer.fence.lean > 0 ? weights.closerLooksLikeOpener : 0) +
      textAfterWeight(linesAfter, boundary.isEnd) +
      (this.#introduced && linesAfter > 0 ? weights.introductionToMore : 0) +
      (fencesAfter % 2 === 1 ? weights.innerUnpaired : 0) +
      closer.inside +
      (this.#outside - closer.outside);
    const plain = this.#innerFences === 1 && linesAfter === 0;
    return {
      body: { kind: 'fenced', opener: this.#opener, closer: closer.index },
      weight,
      doubt: this.#introduced
        ? 'what stands before its fence was taken for talk'
        : plain
          ? null
          : doubtOf(linesAfter),
      open: false,
    };
  }
}

/** Lines after the last section that a model commonly adds. */
const LINES_OF_TALK = 3;

/** What lines of text after a closing fence say against its closing anything. */
export function textAfterWeight(lines: number, isEnd: boolean): number {
  if (lines === 0) return 0;
  if (isEnd && lines <= LINES_OF_TALK) return weights.textAfterLastFence + lines * weights.lineAfterLastFence;
  return weights.textAfterFence + Math.max(weights.mostLinesAfterFence, lines * weights.lineAfterFence);
}

function doubtOf(linesAfter: number): string {
  return linesAfter > 0
    ? 'text follows its closing fence'
    : 'fences as long as its outer fence stand inside it';
}
