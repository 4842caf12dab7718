import type { Landmarks } from '../scan/landmarks.js';
import type { Boundary } from './body-reading.js';

/** The places where a section may end, in the order of the answer. */
export interface Boundaries {
  /** One for each candidate. */
  readonly candidates: readonly Boundary[];
  /** The last fence, if it is one that may close a fence around the whole answer. */
  readonly wholeFence: Boundary | null;
  readonly end: Boundary;
}

/** @param length - UTF-16 units of the answer */
export function boundariesOf(landmarks: Landmarks, length: number): Boundaries {
  const { candidates, fences, lines } = landmarks;
  return {
    candidates: candidates.map(({ lineStart, line, fence }) => ({
      offset: lineStart,
      line,
      fence,
      isEnd: false,
    })),
    wholeFence: wholeFenceOf(landmarks),
    end: { offset: length, line: lines, fence: fences.count, isEnd: true },
  };
}

function wholeFenceOf({ candidates, fences }: Landmarks): Boundary | null {
  const last = fences.count - 1;
  if (last < (candidates.at(-1)?.fence ?? 0)) return null;
  const { info, start, line } = fences.at(last);
  return info === 'none' ? { offset: start, line, fence: last, isEnd: true } : null;
}
