import type { ExpectedNames, NameMatch } from '../names/expected-names.js';
import { CLOSE_BRACE, CLOSE_BRACKET, COLON, OPEN_BRACE, OPEN_BRACKET, QUOTE } from '../text/characters.js';
import { closingQuote, skipJsonBlanks, skipJsonWord } from './json-cursor.js';

const COMMA = 0x2c;
const LONGEST_KEY = 200;

/** A member of an object whose key names an expected section. */
export interface JsonMember {
  readonly key: number;
  readonly match: NameMatch;
  /** Number of the object that holds it, counted from the outermost. */
  readonly object: number;
  /** Offset of the key's quotation mark. */
  readonly start: number;
  readonly valueStart: number;
  valueEnd: number;
  /** Whether its value is complete. */
  closed: boolean;
}

/** What was read from one opening brace on. */
export interface JsonReading {
  readonly members: readonly JsonMember[];
  /** Offset at which reading stopped: after the closing brace, or where the text stops being JSON. */
  readonly end: number;
  /** Offset up to which the text was looked at; a string that leads nowhere may end far behind `end`. */
  readonly reach: number;
  readonly outcome: 'complete' | 'broken off' | 'not json';
}

/** Whether an object with a member begins at `at`; cheap enough to ask at every brace. */
export function opensObject(text: string, at: number): boolean {
  const key = skipJsonBlanks(text, at + 1);
  if (text.charCodeAt(key) !== QUOTE) return false;
  const window = text.slice(key + 1, key + LONGEST_KEY);
  const mark = window.indexOf('"');
  return mark > 0 && text.charCodeAt(skipJsonBlanks(text, key + mark + 2)) === COLON;
}

/** Reads one JSON object without building it, leniently, and keeps where the expected members are. */
export function readJsonObject(text: string, start: number, names: ExpectedNames): JsonReading {
  return new ObjectReader(text, names).read(start);
}

interface Container {
  readonly object: number;
  /** 0 for an array. */
  readonly isObject: boolean;
  /** The member whose value it is. */
  readonly member: JsonMember | null;
}

class ObjectReader {
  readonly #text: string;
  readonly #names: ExpectedNames;
  readonly #members: JsonMember[] = [];
  readonly #open: Container[] = [];
  #objects = 0;
  #reach = 0;

  constructor(text: string, names: ExpectedNames) {
    this.#text = text;
    this.#names = names;
  }

  read(start: number): JsonReading {
    let at = this.#openContainer(start, null);
    while (this.#open.length > 0) {
      at = skipJsonBlanks(this.#text, at);
      if (at >= this.#text.length) return this.#stop(at, 'broken off');
      const next = this.#readNext(at);
      if (next < 0) return this.#stop(this.#text.length, 'broken off');
      if (next === at) return this.#stop(at, 'not json');
      at = next;
    }
    return this.#stop(at, 'complete');
  }

  /** Reads one member, element, comma or closing mark; returns the offset after it, or -1 at a broken end. */
  #readNext(at: number): number {
    const container = this.#open.at(-1);
    const code = this.#text.charCodeAt(at);
    if (code === COMMA) return at + 1;
    if (code === (container?.isObject ? CLOSE_BRACE : CLOSE_BRACKET)) return this.#close(at + 1);
    return container?.isObject ? this.#readMember(at, container.object) : this.#readValue(at, null);
  }

  #readMember(at: number, object: number): number {
    if (this.#text.charCodeAt(at) !== QUOTE) return at;
    const mark = closingQuote(this.#text, at + 1);
    if (mark < 0) return -1;
    const colon = skipJsonBlanks(this.#text, mark + 1);
    this.#reach = colon;
    if (colon >= this.#text.length) return -1;
    if (this.#text.charCodeAt(colon) !== COLON) return at;
    const valueStart = skipJsonBlanks(this.#text, colon + 1);
    const found = mark - at > LONGEST_KEY ? null : this.#names.find(this.#text.slice(at + 1, mark));
    if (found === null) return this.#readValue(valueStart, null);
    const member: JsonMember = {
      ...found,
      object,
      start: at,
      valueStart,
      valueEnd: this.#text.length,
      closed: false,
    };
    this.#members.push(member);
    return this.#readValue(valueStart, member);
  }

  #readValue(at: number, member: JsonMember | null): number {
    const code = this.#text.charCodeAt(at);
    if (code === OPEN_BRACE || code === OPEN_BRACKET) return this.#openContainer(at, member);
    const end = code === QUOTE ? closingQuote(this.#text, at + 1) + 1 : skipJsonWord(this.#text, at);
    if (end === 0 || at >= this.#text.length) return -1;
    closeMember(member, end);
    return end;
  }

  #openContainer(at: number, member: JsonMember | null): number {
    const isObject = this.#text.charCodeAt(at) === OPEN_BRACE;
    this.#open.push({ object: isObject ? this.#objects++ : -1, isObject, member });
    return at + 1;
  }

  #close(after: number): number {
    closeMember(this.#open.pop()?.member ?? null, after);
    return after;
  }

  #stop(end: number, outcome: JsonReading['outcome']): JsonReading {
    for (const member of this.#members) if (!member.closed) member.valueEnd = end;
    return { members: this.#members, end, reach: Math.max(end, this.#reach), outcome };
  }
}

function closeMember(member: JsonMember | null, end: number): void {
  if (member === null) return;
  member.valueEnd = end;
  member.closed = true;
}
