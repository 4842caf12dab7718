import type { Fence } from '../scan/fence-list.js';
import type { Candidate, Landmarks } from '../scan/landmarks.js';
import { fenceBeneath } from './likeness.js';

/**
 * For each candidate the line that closes its body beyond doubt, if it is a heading, or null.
 *
 * Such a body is sealed: it stands in a fence right beneath the heading, the fences of that mark inside it
 * are all shorter, and the one that closes it cannot as well open a block. Nothing inside opens a section,
 * however much it looks like one and whatever else the answer lacks.
 */
export function sealedUntil(landmarks: Landmarks): (number | null)[] {
  const headed = new Set(landmarks.candidates.map(({ line }) => line));
  return landmarks.candidates.map((heading) => {
    const closer = firstRival(heading, landmarks);
    return closer === null || mayOpen(closer, headed) ? null : closer.line;
  });
}

/** The first fence that is no shorter than the one beneath a heading, or null. */
function firstRival(heading: Candidate, { fences }: Landmarks): Fence | null {
  const outer = fenceBeneath(heading, fences);
  if (outer === null) return null;
  for (let index = heading.fence + 1; index < fences.count; index++) {
    const fence = fences.at(index);
    if (fence.marker === outer.marker && fence.length >= outer.length) return fence;
  }
  return null;
}

/**
 * Whether a fence may as well open a block, which is so when text follows it. A heading does not count as
 * such text, unless another one stands above the fence, whose body it would open.
 *
 * @param headed - the lines of the candidates
 */
function mayOpen({ info, followedByText, line }: Fence, headed: ReadonlySet<number>): boolean {
  return info !== 'none' || (followedByText && (headed.has(line - 1) || !headed.has(line + 1)));
}
