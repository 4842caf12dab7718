import { DataUnreadableError } from './errors.js';
import { requireShortRow } from './longest-row.js';

/** What stands between two commas of an array. */
export interface ArrayElement {
  /** As it is written, without blanks around it; whether it is JSON, whoever parses it finds out. */
  readonly text: string;
  /** The line on which it begins, from 1. */
  readonly line: number;
}

const STRUCTURE = /["[\]{},]/g;
const IN_STRING = /["\\]/g;

/** Cuts a JSON array into its elements while it comes, whatever the pieces part. It holds no more than one. */
export class JsonArrayScanner {
  readonly #name: string;
  #place: 'before' | 'within' | 'after' = 'before';
  /** How many brackets and braces are open within the element. */
  #depth = 0;
  #isInString = false;
  /** Whether the piece before ended with a backslash. */
  #isEscaped = false;
  /** What has come since the last mark of the array itself. */
  #begun: string[] = [];
  #held = 0;
  #line = 1;
  #elements = 0;

  /** @param name the name of the data, for errors */
  constructor(name: string) {
    this.#name = name;
  }

  /** @throws DataUnreadableError when it is no array, or an element is too long to be held */
  *push(piece: string): Generator<ArrayElement> {
    let taken = 0;
    for (let at = this.#nextMark(piece, 0); at >= 0; at = this.#nextMark(piece, at + 1)) {
      const mark = piece.charAt(at);
      if (!this.#isOfArray(mark)) continue;
      this.#hold(piece.slice(taken, at));
      taken = at + 1;
      const element = this.#take(mark);
      if (element !== null) yield element;
    }
    this.#hold(piece.slice(taken));
  }

  /** @throws DataUnreadableError when the array has no end, or something comes behind it */
  end(): void {
    const { line, text } = this.#taken();
    if (this.#place === 'before') throw this.#fault(line, text === '' ? 'there is nothing.' : NO_ARRAY);
    if (this.#place === 'within') throw this.#fault(line, 'the array has no end.');
    if (text !== '') throw this.#fault(line, 'something comes behind the array.');
  }

  /** Where the next character stands that has a meaning for the structure, or -1. */
  #nextMark(piece: string, from: number): number {
    if (!this.#isInString) return indexOf(STRUCTURE, piece, from);
    const first = this.#isEscaped ? from + 1 : from;
    this.#isEscaped = false;
    for (let at = indexOf(IN_STRING, piece, first); at >= 0; at = indexOf(IN_STRING, piece, at + 2)) {
      if (piece.charAt(at) === '"') return at;
      this.#isEscaped = at === piece.length - 1;
    }
    return -1;
  }

  /** Whether a mark is one of the array itself, and none within an element. */
  #isOfArray(mark: string): boolean {
    const isOutermost = this.#depth === 0 && !this.#isInString;
    if (mark === '"') this.#isInString = !this.#isInString;
    else if (isOutermost && (mark === ',' || mark === ']' || this.#place !== 'within')) return true;
    else if (mark !== ',') this.#depth += mark === '[' || mark === '{' ? 1 : -1;
    return false;
  }

  #take(mark: string): ArrayElement | null {
    const taken = this.#taken();
    if (this.#place !== 'within') {
      if (this.#place === 'after') throw this.#fault(taken.line, 'something comes behind the array.');
      if (mark !== '[' || taken.text !== '') throw this.#fault(taken.line, NO_ARRAY);
      this.#place = 'within';
      return null;
    }
    if (mark === ']') this.#place = 'after';
    const isEmptyArray = mark === ']' && taken.text === '' && this.#elements === 0;
    this.#elements++;
    return isEmptyArray ? null : taken;
  }

  #hold(text: string): void {
    if (text === '') return;
    this.#begun.push(text);
    this.#held += text.length;
    requireShortRow(this.#held, this.#name, this.#line);
  }

  #taken(): ArrayElement {
    const written = this.#begun.join('');
    const text = written.trimStart();
    const line = this.#line + lineFeeds(written.slice(0, written.length - text.length));
    this.#line += lineFeeds(written);
    this.#begun = [];
    this.#held = 0;
    return { text: text.trimEnd(), line };
  }

  #fault(line: number, fault: string): DataUnreadableError {
    const hint = fault === NO_ARRAY ? 'Data with an object a line is read with --format jsonl.' : '';
    return new DataUnreadableError(this.#name, line, fault, hint);
  }
}

const NO_ARRAY = 'data in JSON is an array of objects, and this is something else.';

function indexOf(marks: RegExp, text: string, from: number): number {
  marks.lastIndex = from;
  return marks.exec(text)?.index ?? -1;
}

function lineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
