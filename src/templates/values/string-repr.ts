import { lazyPattern } from '../lazy-pattern.js';

const NOT_PRINTABLE = lazyPattern('[\\p{C}\\p{Z}]', 'u');
/** Whatever may need an escape: text of nothing else is quoted as it is. */
const UNUSUAL = /[^ !\x23-\x26\x28-\x5b\x5d-\x7e]/;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** A string as Python's `repr` writes it: quoted, with escapes for what cannot be seen. */
export function stringRepr(text: string): string {
  if (!UNUSUAL.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = quote;
  for (const character of text) result += character === quote ? `\\${quote}` : escaped(character);
  return result + quote;
}

function escaped(character: string): string {
  if (character === ' ') return character;
  const named = NAMED[character];
  if (named !== undefined) return named;
  return NOT_PRINTABLE().test(character) ? codeEscape(character.codePointAt(0) ?? 0) : character;
}

function codeEscape(code: number): string {
  const digits = code.toString(16);
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
