import type { Landmarks } from '../scan/landmarks.js';
import { beforeClosingTalk } from '../text/closing-talk.js';
import { lastTextEnd } from '../text/text-edges.js';
import type { Boundary } from './body-reading.js';

/** The places where a section may end, in the order of the answer. */
export interface Boundaries {
  /** One for each candidate. */
  readonly candidates: readonly Boundary[];
  /** The last fence, if it is one that may close a fence around the whole answer. */
  readonly wholeFence: Boundary | null;
  readonly end: Boundary;
}

/** The boundaries of an answer; closing talk does not count as text before the end. */
export function boundariesOf(landmarks: Landmarks, text: string): Boundaries {
  const { candidates, fences, lines } = landmarks;
  return {
    candidates: candidates.map(({ lineStart, line, fence }) => ({
      offset: lineStart,
      line,
      fence,
      isEnd: false,
    })),
    wholeFence: wholeFenceOf(landmarks),
    end: { offset: text.length, line: lines - linesOfTalk(text), fence: fences.count, isEnd: true },
  };
}

function wholeFenceOf({ candidates, fences }: Landmarks): Boundary | null {
  const last = fences.count - 1;
  if (last < (candidates.at(-1)?.fence ?? 0)) return null;
  const { info, start, line } = fences.at(last);
  return info === 'none' ? { offset: start, line, fence: last, isEnd: true } : null;
}

/** Lines of talk at the end of an answer. */
function linesOfTalk(text: string): number {
  const end = lastTextEnd(text, 0, text.length);
  const talk = text.slice(beforeClosingTalk(text, 0, end), end);
  return talk.split('\n').filter((line) => line.trim() !== '').length;
}
