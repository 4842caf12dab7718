import type { Boundary } from '../choose/body-reading.js';
import type { ChosenHeading } from '../choose/choose-headings.js';
import { insideOuterFence } from '../choose/outer-fence.js';
import type { FenceList } from '../scan/fence-list.js';
import type { ClosingTag, Landmarks } from '../scan/landmarks.js';
import type { TextRange } from '../section.js';
import { lineEnd, nextLine } from '../text/characters.js';
import { beforeLineBreak, firstTextLine, lastTextEnd, skipEmptyRest } from '../text/text-edges.js';
import { withoutIndentation } from './indentation.js';
import { trimBody } from './trim-body.js';
import { withoutRanges } from './without-ranges.js';

/** A body cut from the answer. */
export interface CutBody {
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** End of what closes the body, or of the body. */
  readonly end: number;
  readonly text: string;
  /** What was left out on a guess, or null. */
  readonly doubt: string | null;
}

/** Cuts the body of a section whose heading and reading are chosen. */
export function cutBody(text: string, landmarks: Landmarks, chosen: ChosenHeading): CutBody {
  const { heading, reading, until } = chosen;
  switch (reading.body.kind) {
    case 'fenced':
      return cutFenced(text, landmarks, reading.body, until);
    case 'tagged':
      return cutTagged(text, landmarks, heading.headEnd, reading.body.closer, until.offset);
    case 'unfenced': {
      const range = trimBody(text, landmarks, heading.headEnd, until.offset, until.isEnd);
      return finish(text, landmarks, range, range.end, range.doubt);
    }
  }
}

function cutFenced(
  text: string,
  landmarks: Landmarks,
  body: { readonly opener: number; readonly closer: number | null },
  until: Boundary,
): CutBody {
  const { fences } = landmarks;
  const start = nextLine(text, fences.at(body.opener).start);
  if (body.closer === null) {
    const range = trimBody(text, landmarks, Math.min(start, until.offset), until.offset, until.isEnd);
    return finish(text, landmarks, range, range.end, range.doubt);
  }
  const closerStart = fences.at(body.closer).start;
  return finish(
    text,
    landmarks,
    { start, end: beforeLineBreak(text, start, closerStart) },
    fenceEnd(text, fences, body.closer),
    null,
  );
}

/** End of a closing fence's line, without blanks. */
function fenceEnd(text: string, fences: FenceList, index: number): number {
  const { start } = fences.at(index);
  return lastTextEnd(text, start, Math.min(text.length, lineEnd(text, start) + 1));
}

function withinTag(text: string, from: number, to: number): TextRange {
  const start = firstTextLine(text, skipEmptyRest(text, from, to), to);
  return { start, end: Math.max(start, lastTextEnd(text, start, to)) };
}

function cutTagged(
  text: string,
  landmarks: Landmarks,
  from: number,
  closer: ClosingTag | null,
  until: number,
): CutBody {
  const range =
    closer === null ? trimBody(text, landmarks, from, until, true) : withinTag(text, from, closer.start);
  const fenced = insideOuterFence(text, range.start, range.end, closer === null);
  return finish(text, landmarks, fenced ?? range, closer?.end ?? range.end, fenced?.doubt ?? null);
}

function finish(
  text: string,
  landmarks: Landmarks,
  range: TextRange,
  end: number,
  doubt: string | null,
): CutBody {
  return {
    bodyStart: range.start,
    bodyEnd: range.end,
    end: Math.max(end, range.end),
    text: withoutIndentation(withoutRanges(text, range.start, range.end, landmarks.agentOutput)),
    doubt: landmarks.agentOutput.overlaps(range.start, range.end)
      ? 'output of a terminal agent was taken out of it'
      : doubt,
  };
}
