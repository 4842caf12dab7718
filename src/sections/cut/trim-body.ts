import { type FenceLine, readFence } from '../scan/fence-line.js';
import type { Landmarks } from '../scan/landmarks.js';
import type { TextRange } from '../section.js';
import { lineEnd, skipBlanks } from '../text/characters.js';
import { beforeClosingTalk, endsWithMessage } from '../text/closing-talk.js';
import { endsWithRule, firstTextLine, lastTextEnd, lineStart } from '../text/text-edges.js';

/** A body without what only stands at its two ends. */
export interface TrimmedBody extends TextRange {
  /** What was left out on a guess, or null. */
  readonly doubt: string | null;
}

/**
 * Trims a body that has no outer fence: blank lines, rules, agent output, and what ends a section in the
 * eyes of its writer.
 *
 * @param isLast - whether the answer ends with it, so that closing talk may follow
 */
export function trimBody(
  text: string,
  landmarks: Landmarks,
  from: number,
  to: number,
  isLast: boolean,
): TrimmedBody {
  const start = afterAgentOutput(text, landmarks, from, to);
  let end = Math.max(start, lastTextEnd(text, start, to));
  let doubt: string | null = null;
  for (;;) {
    const agent = landmarks.agentOutput.containing(end - 1);
    const cut =
      agent === null ? beforeEnding(text, landmarks, start, end, isLast) : Math.max(start, agent.start);
    if (cut >= end) return start < end ? { start, end, doubt } : { start: from, end: from, doubt };
    if (agent === null) doubt = 'what follows its last line was taken for talk or a rule';
    end = lastTextEnd(text, start, cut);
  }
}

function afterAgentOutput(text: string, { agentOutput }: Landmarks, from: number, to: number): number {
  let start = firstTextLine(text, from, to);
  for (let agent = agentOutput.containing(start); agent !== null; ) {
    start = firstTextLine(text, Math.min(agent.end, to), to);
    agent = agentOutput.containing(start);
  }
  return start;
}

/** Where the body ends if its last lines are none of it, otherwise `end`. */
function beforeEnding(
  text: string,
  landmarks: Landmarks,
  start: number,
  end: number,
  isLast: boolean,
): number {
  const isMarker = landmarks.endMarkers.containing(end - 1) !== null;
  if (isMarker || endsWithRule(text, start, end) || endsWithMessage(text, start, end))
    return lineStart(text, start, end);
  return isLast ? beforeClosingTalk(text, start, end) : beforeNextFence(text, start, end);
}

/**
 * Where the body ends if each section stands in a fence of its own together with its heading: before the
 * line that closes this one's, which the line that opens the next one's follows.
 */
function beforeNextFence(text: string, start: number, end: number): number {
  const opener = lineStart(text, start, end);
  const above = lastTextEnd(text, start, opener);
  const closer = lineStart(text, start, above);
  const opens = fenceOn(text, opener);
  const closes = fenceOn(text, closer);
  const isPair =
    opener > closer && opens?.info === 'prose' && closes?.info === 'none' && closes.marker === opens.marker;
  return isPair ? closer : end;
}

function fenceOn(text: string, start: number): FenceLine | null {
  const end = lineEnd(text, start);
  return readFence(text, skipBlanks(text, start, end), end);
}
