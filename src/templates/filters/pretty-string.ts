import type { Budget } from '../budget.js';
import { collectLines } from '../methods/split-lines.js';
import { stringRepr } from '../values/string-repr.js';

const WORDS = /\S+\s*|\s+/g;

/** Where a string may be laid out. */
export interface StringPlace {
  /** Columns up to the right edge. */
  readonly room: number;
  /** Columns that what follows needs on the last line. */
  readonly behind: number;
}

/**
 * A long string as `pprint` lays it out: one literal a line, broken behind lines and words. Literals next
 * to each other are one string to Python.
 */
export function stringLiterals(text: string, { room, behind }: StringPlace, budget: Budget): string[] {
  const lines = collectLines(text, budget, true);
  return lines.flatMap((line, index) => {
    const isLast = index === lines.length - 1;
    const literal = stringRepr(line);
    budget.makes(2 * literal.length);
    return literal.length <= room - (isLast ? behind : 0)
      ? [literal]
      : wordLiterals(line, room, isLast ? behind : 0);
  });
}

function wordLiterals(line: string, room: number, behind: number): string[] {
  const words = line.match(WORDS) ?? [];
  const literals: string[] = [];
  let current = '';
  words.forEach((word, index) => {
    const most = room - (index === words.length - 1 ? behind : 0);
    const candidate = current + word;
    if (stringRepr(candidate).length <= most) {
      current = candidate;
      return;
    }
    if (current !== '') literals.push(stringRepr(current));
    current = word;
  });
  if (current !== '') literals.push(stringRepr(current));
  return literals;
}
