import { readFence } from '../scan/fence-line.js';
import { FenceList } from '../scan/fence-list.js';
import type { TextRange } from '../section.js';
import { COLON, lineEnd, nextLine, skipBlanks, trimBlanks } from '../text/characters.js';
import { isRule } from '../text/rule-line.js';
import { beforeLineBreak, lastTextEnd } from '../text/text-edges.js';
import { FencedWalk } from './fenced-walk.js';
import { notOuterWeight } from './segments.js';
import { UnfencedWalk } from './unfenced-walk.js';

/** What is inside the outer fence of a body. */
export interface FencedText extends TextRange {
  /** Whether the fence is closed, and nothing speaks for another reading. */
  readonly doubt: string | null;
}

/**
 * The text inside the outer fence of a body that a tag or a string delimits, or null when it has none.
 *
 * @param from - start of the body's first line with text
 * @param to - end of its last line with text
 * @param cutOff - whether the answer ends there, rather than the tag or the string
 */
export function insideOuterFence(text: string, from: number, to: number, cutOff: boolean): FencedText | null {
  const { fences, lines } = fencesWithin(text, from, to);
  if (fences.count === 0) return null;
  const outer = fences.at(0);
  if (outer.line !== 0) return null;
  const fenced = new FencedWalk(outer, 0);
  const unfenced = new UnfencedWalk(notOuterWeight(outer));
  for (let index = 0; index < fences.count; index++) {
    if (index > 0) fenced.step(fences.at(index), index);
    unfenced.step(fences.at(index));
  }
  const boundary = { offset: to, line: lines, fence: fences.count, isEnd: cutOff };
  const reading = fenced.read(boundary);
  if (reading.body.kind !== 'fenced' || unfenced.read(boundary).weight > reading.weight) return null;
  const start = Math.min(to, nextLine(text, outer.start));
  const { closer } = reading.body;
  if (closer === null)
    return { start, end: Math.max(start, lastTextEnd(text, start, to)), doubt: reading.doubt };
  return { start, end: beforeLineBreak(text, start, fences.at(closer).start), doubt: reading.doubt };
}

function fencesWithin(text: string, from: number, to: number): { fences: FenceList; lines: number } {
  const fences = new FenceList();
  let lines = 0;
  let opensBefore = true;
  for (let start = from; start < to; ) {
    const end = Math.min(to, lineEnd(text, start));
    const first = skipBlanks(text, start, end);
    const fence = first < end ? readFence(text, first, end) : null;
    if (fence !== null) fences.add(fence, start, lines, first - start, opensBefore);
    if (first < end && !isRule(text, first, end)) lines++;
    opensBefore = first === end || text.charCodeAt(trimBlanks(text, first, end) - 1) === COLON;
    start = end + 1;
  }
  return { fences, lines };
}
