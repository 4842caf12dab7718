import { QUOTE } from '../text/characters.js';
import type { JsonMember } from './json-object.js';

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
    return { text: unescaped(closed ? raw.slice(1, -1) : withoutBrokenEscape(raw.slice(1))), strict: false };
  return { text: raw, strict: value !== undefined };
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The content of a string that is not strictly JSON: escapes are resolved, all else stays. */
function unescaped(raw: string): string {
  return raw.replace(
    /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g,
    (_, hex: string | undefined, escaped: string | undefined) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      return escaped === undefined ? '' : (ESCAPES[escaped] ?? escaped);
    },
  );
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
