import type { LeftOver, LeftOverKind, TextRange } from './section.js';
import type { RangeList } from './text/range-list.js';
import { isAllWhite } from './text/text-edges.js';

/** A range taken by a section, or by a duplicate of one. */
export interface TakenRange extends TextRange {
  readonly duplicate: boolean;
}

/**
 * All that belongs to no section, in order: the gaps between the sections, the duplicates, and the agent
 * output inside sections.
 *
 * @param taken - the sections' ranges, ascending and disjoint
 * @param fences - the lines of a fence around the whole answer
 */
export function leftOverOf(
  text: string,
  taken: readonly TakenRange[],
  agentOutput: RangeList,
  fences: RangeList,
): LeftOver[] {
  const gaps = new Gaps(text, agentOutput, fences);
  let at = 0;
  for (const [index, range] of taken.entries()) {
    gaps.add(at, range.start, index === 0 ? 'before' : 'between');
    if (range.duplicate) gaps.leftOver.push({ start: range.start, end: range.end, kind: 'duplicate' });
    else gaps.addAgentOutput(range.start, range.end);
    at = range.end;
  }
  gaps.add(at, text.length, taken.length === 0 ? 'before' : 'after');
  return gaps.leftOver;
}

class Gaps {
  readonly leftOver: LeftOver[] = [];
  readonly #text: string;
  readonly #agentOutput: RangeList;
  readonly #fences: RangeList;

  constructor(text: string, agentOutput: RangeList, fences: RangeList) {
    this.#text = text;
    this.#agentOutput = agentOutput;
    this.#fences = fences;
  }

  addAgentOutput(from: number, to: number): void {
    for (const { start, end } of this.#agentOutput.within(from, to)) this.#push(start, end, 'agent');
  }

  add(from: number, to: number, kind: LeftOverKind): void {
    let at = from;
    for (const { start, end } of this.#fences.within(from, to)) {
      this.#addTalk(at, start, kind);
      this.#push(start, end, 'fence');
      at = end;
    }
    this.#addTalk(at, to, kind);
  }

  #addTalk(from: number, to: number, kind: LeftOverKind): void {
    let at = from;
    for (const { start, end } of this.#agentOutput.within(from, to)) {
      this.#push(at, start, kind);
      this.#push(start, end, 'agent');
      at = end;
    }
    this.#push(at, to, kind);
  }

  #push(start: number, end: number, kind: LeftOverKind): void {
    if (start >= end) return;
    const blank = kind !== 'agent' && isAllWhite(this.#text, start, end);
    this.leftOver.push({ start, end, kind: blank ? 'blank' : kind });
  }
}
