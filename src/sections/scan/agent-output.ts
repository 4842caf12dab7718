import {
  ELLIPSIS,
  FULL_STOP,
  isAsciiLetter,
  isBlank,
  OPEN_PAREN,
  STAR,
  skipBlanks,
  trimBlanks,
  UNDERSCORE,
} from '../text/characters.js';

const RECORD = 0x23fa; // ⏺
const DISC = 0x25cf; // ●
const BULLET = 0x2022; // •
const RESULT = 0x23bf; // ⎿
const RESULT_CORNER = 0x2514; // └
const MIDDLE_DOT = 0xb7;
const BULLETS = new Set([RECORD, DISC, BULLET, 0x2726, 0x25c6]); // ⏺ ● • ✦ ◆
const CHECKBOXES = new Set([0x2610, 0x2611, 0x2612, 0x2713, 0x2714, 0x25a0, 0x25a1, 0x25fb, 0x25fc]);

const LONGEST_STATUS = 400;
const SPINNER = /^\S{1,2}\s+\p{Lu}[\p{L}'’ -]{1,60}(?:…|\.\.\.)/u;
const BARE_SPINNER = /^(?:Thinking|Working|Pondering|Processing)(?:…|\.\.\.)(?:\s*\(.{0,80}\))?$/;
const TOOL_CALL = /^(?:Update(?:d)? (?:Todos|Plan)\b|[A-Z][A-Za-z]{1,30}\()/;
const KEY_HINT = /\((?:ctrl|shift|alt)\+\S{1,8} to \w{3,12}\)|\besc to interrupt\b/;

/** Offset after the bullet that an agent's terminal puts before a message, or `first`. */
export function skipBullet(text: string, first: number, end: number): number {
  const bulleted = BULLETS.has(text.charCodeAt(first)) && isBlank(text.charCodeAt(first + 1));
  return bulleted ? skipBlanks(text, first + 1, end) : first;
}

/**
 * Tells the lines that a terminal agent prints about its own doings (tool calls, their results, to-do
 * lists, spinners) from the lines of its answer. Lines are given to it in order.
 */
export class AgentOutput {
  /** Column of the result mark of the running block, or -1 outside one. */
  #resultColumn = -1;
  /** Start of the previous line if it is a bulleted line whose kind the next line decides, or -1. */
  #undecided = -1;

  /** Start of the line before, if it is a bulleted line that the next one could make a tool call, or -1. */
  get undecided(): number {
    return this.#undecided;
  }

  /** A blank line ends a block. */
  endBlock(): void {
    this.#resultColumn = -1;
    this.#undecided = -1;
  }

  /**
   * Reads one line that is not blank; returns where the agent's output that it belongs to begins (its own
   * start, or that of the line before), or -1 when it is no such output.
   */
  read(text: string, start: number, first: number, end: number): number {
    const code = text.charCodeAt(first);
    const undecided = this.#undecided;
    this.#undecided = -1;
    if (code === RESULT || (code === RESULT_CORNER && this.#opensCorner(text, first, undecided))) {
      this.#resultColumn = first - start;
      return undecided >= 0 ? undecided : start;
    }
    if (this.#continuesResult(code, first - start)) return start;
    this.#resultColumn = -1;
    if (isStatus(text, first, end, code)) {
      this.#resultColumn = first - start + 1;
      return start;
    }
    if (BULLETS.has(code) && isBlank(text.charCodeAt(first + 1))) this.#undecided = start;
    return -1;
  }

  #opensCorner(text: string, first: number, undecided: number): boolean {
    return isBlank(text.charCodeAt(first + 1)) && (undecided >= 0 || this.#resultColumn >= 0);
  }

  #continuesResult(code: number, column: number): boolean {
    if (this.#resultColumn < 0) return false;
    return CHECKBOXES.has(code) || column >= this.#resultColumn + 2;
  }
}

function isStatus(text: string, first: number, end: number, code: number): boolean {
  if (end - first > LONGEST_STATUS) return false;
  if (BULLETS.has(code)) return isBulletStatus(text, first, end);
  const last = trimBlanks(text, first, end);
  if (isAsciiLetter(code)) return endsLikeStatus(text, last) && BARE_SPINNER.test(text.slice(first, last));
  if (code < 0x80 && code !== STAR && code !== OPEN_PAREN && code !== FULL_STOP) return false;
  if (code === UNDERSCORE) return false;
  return isSpinner(text.slice(first, last), code);
}

function isBulletStatus(text: string, first: number, end: number): boolean {
  const message = text.slice(skipBullet(text, first, end), trimBlanks(text, first, end));
  return TOOL_CALL.test(message) || KEY_HINT.test(message);
}

function isSpinner(line: string, code: number): boolean {
  if (KEY_HINT.test(line)) return true;
  if (code === STAR || code === OPEN_PAREN) return false;
  return (code === MIDDLE_DOT || (code >= 0x2700 && code < 0x2900)) && SPINNER.test(line);
}

function endsLikeStatus(text: string, last: number): boolean {
  const code = text.charCodeAt(last - 1);
  return code === ELLIPSIS || code === FULL_STOP || code === 0x29;
}
