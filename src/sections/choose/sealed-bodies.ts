import type { Fence, FenceList } from '../scan/fence-list.js';
import type { Candidate, Landmarks } from '../scan/landmarks.js';
import { BlockDepth } from './block-depth.js';
import { fenceBeneath } from './likeness.js';

/**
 * An answer's landmarks without the candidates inside sealed bodies, none of which can be a heading.
 *
 * A body is sealed when it stands in a fence right beneath a candidate that surely opens it, the fences of
 * that mark inside are all shorter, and the one that closes it cannot as well open a block. Nothing inside
 * opens a section, however much it looks like one and whatever else the answer lacks.
 */
export function withoutSealed(landmarks: Landmarks): Landmarks {
  const walk = new SealWalk(landmarks);
  let sealedUntil = 0;
  const candidates = landmarks.candidates.filter((candidate) => {
    if (candidate.line < sealedUntil) return false;
    sealedUntil = walk.sealBeneath(candidate)?.line ?? sealedUntil;
    return true;
  });
  return { ...landmarks, candidates };
}

/** Follows the blocks of an answer from candidate to candidate. */
class SealWalk {
  readonly #fences: FenceList;
  /** The lines of the candidates. */
  readonly #headed: ReadonlySet<number>;
  readonly #depth = new BlockDepth();
  #fence = 0;

  constructor({ candidates, fences }: Landmarks) {
    this.#fences = fences;
    this.#headed = new Set(candidates.map(({ line }) => line));
  }

  /** The fence that closes the sealed body beneath a candidate, or null when there is no such body. */
  sealBeneath(candidate: Candidate): Fence | null {
    for (; this.#fence < candidate.fence; this.#fence++) this.#depth.step(this.#fences.at(this.#fence));
    const opener = fenceBeneath(candidate, this.#fences);
    if (opener === null || !this.#opensBody(opener)) return null;
    const [closer, next] = this.#rivals(opener, candidate.fence + 1);
    return closer === undefined || this.#mayOpen(closer, next) ? null : closer;
  }

  /**
   * Whether the fence beneath a candidate surely opens its body: one for code opens an example at its head,
   * and a bare one that no text follows may close the block that the candidate stands in.
   */
  #opensBody({ info, followedByText }: Fence): boolean {
    return info === 'prose' || (info === 'none' && (followedByText || !this.#depth.open));
  }

  /** The first two fences from an index on that are of the opening one's mark and no shorter. */
  #rivals({ marker, length }: Fence, from: number): Fence[] {
    const rivals: Fence[] = [];
    for (let index = from; index < this.#fences.count && rivals.length < 2; index++) {
      const fence = this.#fences.at(index);
      if (fence.marker === marker && fence.length >= length) rivals.push(fence);
    }
    return rivals;
  }

  /**
   * Whether a fence may as well open a block: because text follows it that is no heading, or because it
   * stands beneath a candidate whose body it would open, with text or the closing fence after it.
   *
   * @param next - the next fence that may pair with it
   */
  #mayOpen({ info, followedByText, line }: Fence, next: Fence | undefined): boolean {
    if (info !== 'none') return true;
    if (!this.#isBeneath(line)) return followedByText && !this.#headed.has(line + 1);
    return followedByText || (next !== undefined && !this.#isBeneath(next.line));
  }

  #isBeneath(line: number): boolean {
    return this.#headed.has(line - 1);
  }
}
