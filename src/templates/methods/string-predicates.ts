import { lazyPattern } from '../lazy-pattern.js';
import { functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Signature } from '../runtime/signature.js';
import { isSpace } from '../syntax/whitespace.js';
import { selfText } from './string-argument.js';

const CASED = lazyPattern('[\\p{Lu}\\p{Ll}\\p{Lt}]', 'u');
const WORDS = lazyPattern('[\\p{Lu}\\p{Ll}\\p{Lt}]+', 'gu');

/** Methods that ask what kind of characters a text has. */
export const PREDICATE_METHODS = functionTable({
  isalpha: matching('^\\p{L}+$'),
  isalnum: matching('^[\\p{L}\\p{N}]+$'),
  isdecimal: matching('^\\p{Nd}+$'),
  isdigit: matching('^[\\p{Nd}\\u00b2\\u00b3\\u00b9\\u2070-\\u2079\\u2080-\\u2089\\u2460-\\u2468]+$'),
  isnumeric: matching('^\\p{N}+$'),
  isidentifier: matching('^[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}]*$'),
  isascii: matching('^[\\0-\\x7f]*$'),
  isprintable: matching('^[^\\p{C}\\p{Zl}\\p{Zp}\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]*$'),
  isspace: deciding((text) => text !== '' && Array.from(text).every(isSpace)),
  islower: deciding(isLower),
  isupper: deciding(isUpper),
  istitle: deciding(isTitle),
});

/** Whether a text has letters and all that have a case are small. */
export function isLower(text: string): boolean {
  return CASED().test(text) && text === text.toLowerCase();
}

/** Whether a text has letters and all that have a case are capitals. */
export function isUpper(text: string): boolean {
  return CASED().test(text) && text === text.toUpperCase();
}

function isTitle(text: string): boolean {
  const words = text.match(WORDS()) ?? [];
  return words.length > 0 && words.every((word) => isCapitalized(word));
}

function isCapitalized(word: string): boolean {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const rest = word.slice(first.length);
  return first === first.toUpperCase() && rest === rest.toLowerCase();
}

function matching(source: string): [Signature, NativeBody] {
  const pattern = lazyPattern(source, 'u');
  return deciding((text) => pattern().test(text));
}

function deciding(decide: (text: string) => boolean): [Signature, NativeBody] {
  return [{ required: ['self'] }, (_, self) => decide(selfText(self))];
}
