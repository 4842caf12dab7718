import { QUOTE } from '../text/characters.js';
import type { JsonMember } from './json-object.js';
import { unescapeJson } from './unescape-json.js';

/** The text of a member's value, and whether the value is strictly JSON. */
export interface JsonText {
  readonly text: string;
  readonly strict: boolean;
}

/** A string's content, or any other value as it stands. */
export function jsonTextOf(text: string, { valueStart, valueEnd, closed }: JsonMember): JsonText {
  const raw = text.slice(valueStart, valueEnd);
  const isString = text.charCodeAt(valueStart) === QUOTE;
  const value = closed ? parsed(raw) : undefined;
  if (typeof value === 'string') return { text: value, strict: true };
  if (isString)
    return {
      text: unescapeJson(closed ? raw.slice(1, -1) : withoutBrokenEscape(raw.slice(1))),
      strict: false,
    };
  return { text: raw, strict: value !== undefined };
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/** UTF-16 units of the longest escape: a backslash, `u` and four digits. */
const LONGEST_ESCAPE = 6;

/** Drops an escape that the end of the answer cuts in two. */
function withoutBrokenEscape(raw: string): string {
  const backslash = raw.indexOf('\\', raw.length - LONGEST_ESCAPE + 1);
  if (backslash < 0) return raw;
  let at = raw.length - 1;
  while (at >= 0 && raw[at] !== '\\') at--;
  let before = at;
  while (before > 0 && raw[before - 1] === '\\') before--;
  const escapes = (at - before) % 2 === 0;
  return escapes && /^(?:u[0-9a-fA-F]{0,3})?$/.test(raw.slice(at + 1)) ? raw.slice(0, at) : raw;
}
