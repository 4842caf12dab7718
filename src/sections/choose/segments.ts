import type { Fence } from '../scan/fence-list.js';
import type { Candidate, Landmarks } from '../scan/landmarks.js';
import type { Boundary, PassedOver, SegmentReading } from './body-reading.js';
import type { Boundaries } from './boundaries.js';
import { FencedWalk } from './fenced-walk.js';
import { fenceBeneath, passedOverInFenceWeight, passedOverWeight } from './likeness.js';
import type { Standing } from './standing.js';
import { TaggedWalk } from './tagged-walk.js';
import { UnfencedWalk } from './unfenced-walk.js';
import { weights } from './weights.js';

/** The best readings of the text after one candidate, for each boundary at which its section may end. */
export interface Segments {
  /** By index of the candidate that ends the section; nothing up to the candidate itself. */
  readonly until: readonly (SegmentReading | undefined)[];
  readonly untilWholeFence: SegmentReading | null;
  readonly untilEnd: SegmentReading;
}

/**
 * Reads the text after candidate `index` in one pass over the fences and candidates behind it.
 *
 * @param standings - how each candidate stands among the others
 */
export function readSegments(
  landmarks: Landmarks,
  boundaries: Boundaries,
  index: number,
  standings: readonly Standing[],
): Segments | null {
  const heading = landmarks.candidates[index];
  if (heading === undefined) return null;
  const walks = new SegmentWalks(landmarks, heading);
  const until: (SegmentReading | undefined)[] = new Array(index + 1);
  for (let next = index + 1; next < landmarks.candidates.length; next++) {
    const boundary = boundaries.candidates[next];
    const passed = landmarks.candidates[next];
    if (boundary === undefined || passed === undefined) break;
    until.push(walks.read(boundary));
    walks.passOver(passed, {
      outside: passedOverWeight(passed, heading, standings[next]),
      inside: passedOverInFenceWeight(passed, heading, standings[next], landmarks.fences),
    });
  }
  const { wholeFence, end } = boundaries;
  return {
    until,
    untilWholeFence: wholeFence === null ? null : walks.read(wholeFence),
    untilEnd: walks.read(end),
  };
}

/** The readings that are possible after one heading, walked side by side. */
class SegmentWalks {
  readonly #landmarks: Landmarks;
  readonly #unfenced: UnfencedWalk | null;
  readonly #fenced: FencedWalk | null;
  readonly #tagged: TaggedWalk | null;
  #fence: number;
  readonly #opener: number;

  constructor(landmarks: Landmarks, heading: Candidate) {
    this.#landmarks = landmarks;
    const tagged = heading.form === 'xml';
    const outer = tagged ? null : fenceBeneath(heading, landmarks.fences);
    const introduced = tagged || outer !== null ? null : introducedFence(heading, landmarks);
    const opener = outer ?? introduced;
    const closers = landmarks.closingTags.filter(
      ({ key, start }) => key === heading.key && start >= heading.headEnd,
    );
    this.#tagged = tagged ? new TaggedWalk(heading.key, closers) : null;
    this.#fenced = opener === null ? null : new FencedWalk(opener, heading.fence, introduced !== null);
    this.#unfenced = tagged ? null : new UnfencedWalk(notOuterWeight(outer));
    this.#fence = heading.fence;
    this.#opener = opener === null ? -1 : heading.fence;
  }

  read(boundary: Boundary): SegmentReading {
    for (; this.#fence < boundary.fence; this.#fence++)
      this.#step(this.#landmarks.fences.at(this.#fence), this.#fence);
    this.#tagged?.advance(boundary.offset);
    const readings = [this.#tagged, this.#fenced, this.#unfenced].flatMap(
      (walk) => walk?.read(boundary) ?? [],
    );
    return readings.reduce((best, reading) => (reading.weight > best.weight ? reading : best));
  }

  passOver(passed: Candidate, cost: PassedOver): void {
    this.#tagged?.passOver(passed, cost);
    this.#fenced?.passOver(cost);
    this.#unfenced?.passOver(cost);
  }

  #step(fence: Fence, index: number): void {
    this.#unfenced?.step(fence);
    if (index !== this.#opener) this.#fenced?.step(fence, index);
  }
}

/** Lines of talk between a heading and the fence of its body, at most. */
const LINES_OF_INTRODUCTION = 2;

/** A fence a few lines beneath a heading that may hold the body, the lines before it being talk; or null. */
function introducedFence(heading: Candidate, { fences }: Landmarks): Fence | null {
  if (heading.fence >= fences.count) return null;
  const fence = fences.at(heading.fence);
  const isNear = fence.line - heading.line - 1 <= LINES_OF_INTRODUCTION;
  return isNear && fence.info === 'prose' && fence.followedByText ? fence : null;
}

/** What speaks against a body being unfenced although it begins with a fence. */
export function notOuterWeight(outer: Fence | null): number {
  if (outer === null) return 0;
  return outer.info === 'code' ? weights.codeNotOuter : weights.fenceNotOuter;
}
