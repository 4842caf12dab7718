import { lazyPattern } from '../lazy-pattern.js';
import { codePointLength } from '../values/code-points.js';

/** How a line is wrapped. */
export interface WrapOptions {
  readonly columns: number;
  /** Whether a word longer than a line is cut. */
  readonly breakLongWords: boolean;
  /** Whether compound words may be broken behind their hyphens. */
  readonly breakOnHyphens: boolean;
}

/** Splits one line into lines of at most so many columns, as Python's `textwrap.wrap` does. */
export function wrapLine(line: string, options: WrapOptions): string[] {
  const chunks = splitChunks(line, options.breakOnHyphens).reverse();
  const lines: string[] = [];
  while (chunks.length > 0) {
    if (lines.length > 0 && isBlank(chunks.at(-1))) chunks.pop();
    const taken = takeLine(chunks, options);
    if (isBlank(taken.at(-1))) taken.pop();
    if (taken.length > 0) lines.push(taken.join(''));
  }
  return lines;
}

/** Takes the chunks of one line from the end of the stack. */
function takeLine(chunks: string[], options: WrapOptions): string[] {
  const taken: string[] = [];
  let room = options.columns;
  for (
    let chunk = chunks.at(-1);
    chunk !== undefined && codePointLength(chunk) <= room;
    chunk = chunks.at(-1)
  ) {
    taken.push(chunk);
    room -= codePointLength(chunk);
    chunks.pop();
  }
  const next = chunks.at(-1);
  if (next === undefined || codePointLength(next) <= options.columns) return taken;
  if (options.breakLongWords) {
    chunks.pop();
    const [first = '', ...rest] = breakWord(next, room, options);
    taken.push(first);
    for (const piece of rest.reverse()) chunks.push(piece);
  } else if (taken.length === 0) {
    taken.push(next);
    chunks.pop();
  }
  return taken;
}

/** Cuts a long word into a piece for the room that is left, and pieces for the lines behind it. */
function breakWord(word: string, room: number, options: WrapOptions): string[] {
  const characters = Array.from(word);
  const pieces: string[] = [];
  let start = 0;
  let width = room;
  while (characters.length - start > width) {
    const head = characters.slice(start, start + width);
    const end = start + (options.breakOnHyphens ? hyphenEnd(head) : head.length);
    pieces.push(characters.slice(start, end).join(''));
    start = end;
    width = options.columns;
  }
  pieces.push(characters.slice(start).join(''));
  return pieces;
}

/** The end of the part that a last hyphen closes, if there is more than hyphens before it; else all. */
function hyphenEnd(head: readonly string[]): number {
  const hyphen = head.lastIndexOf('-');
  const isCompound = hyphen > 0 && head.slice(0, hyphen).some((character) => character !== '-');
  return isCompound ? hyphen + 1 : head.length;
}

const SPACES = /[\t\n\v\f\r ]+|[^\t\n\v\f\r ]+/g;

/** Spaces and words; words in turn at their hyphens and dashes, where they may be broken. */
function splitChunks(line: string, breakOnHyphens: boolean): string[] {
  const runs: string[] = line.match(SPACES) ?? [];
  return breakOnHyphens ? runs.flatMap((run) => (isBlank(run) ? [run] : splitWord(run))) : runs;
}

const BEFORE_DASH = lazyPattern('[\\p{L}\\p{N}_!"\'&.,?]', 'u');
const WORD_CHARACTER = lazyPattern('[\\p{L}\\p{N}_]', 'u');
const LETTER = lazyPattern('[\\p{L}_]', 'u');
const DASH = /-{2,}/y;

function splitWord(word: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = word.indexOf('-'); at !== -1; at = word.indexOf('-', at + 1)) {
    DASH.lastIndex = at;
    const dash = word.charAt(at - 1) === '-' ? undefined : DASH.exec(word)?.[0];
    if (dash !== undefined && isDashBetweenWords(word, at, at + dash.length)) {
      if (at > start) parts.push(word.slice(start, at));
      parts.push(dash);
      start = at + dash.length;
      at = start - 1;
    } else if (isHyphen(word, at)) {
      parts.push(word.slice(start, at + 1));
      start = at + 1;
    }
  }
  if (start < word.length) parts.push(word.slice(start));
  return parts;
}

function isDashBetweenWords(word: string, start: number, end: number): boolean {
  return BEFORE_DASH().test(word.charAt(start - 1)) && WORD_CHARACTER().test(word.charAt(end));
}

/** A hyphen that joins two words of two letters or more, or single letters as in `e-m-u`. */
function isHyphen(word: string, at: number): boolean {
  const before =
    isLetter(word, at - 1) && (isLetter(word, at - 2) || (word[at - 2] === '-' && isLetter(word, at - 3)));
  const second = word[at + 2] === '-' ? at + 3 : at + 2;
  return before && isLetter(word, at + 1) && isLetter(word, second);
}

function isLetter(word: string, at: number): boolean {
  return LETTER().test(word.charAt(at));
}

function isBlank(chunk: string | undefined): boolean {
  return chunk !== undefined && chunk.trim() === '';
}
