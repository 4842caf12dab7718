import { lazyPattern } from '../lazy-pattern.js';
import { functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Signature } from '../runtime/signature.js';
import { textLike } from '../values/markup.js';
import { selfText } from './string-argument.js';

const WORDS = lazyPattern('\\p{L}[\\p{L}\\p{M}]*', 'gu');

/** Python's letter case: `title` begins a word at every letter behind something that is none. */
export const CASE_METHODS = functionTable({
  upper: changing(upperCase),
  lower: changing((text) => text.toLowerCase()),
  casefold: changing((text) => text.toLowerCase().replaceAll('ß', 'ss')),
  capitalize: changing(capitalize),
  title: changing(titleCase),
  swapcase: changing((text) =>
    Array.from(text, (character) =>
      isUpper(character) ? character.toLowerCase() : upperCase(character),
    ).join(''),
  ),
});

/** The text in capitals. */
export function upperCase(text: string): string {
  return text.toUpperCase();
}

/** The first character in capitals, all others small; of a character that becomes two (`ß`), only the first. */
export function capitalize(text: string): string {
  if (text === '') return '';
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  const capital = upperCase(first);
  const kept = String.fromCodePoint(capital.codePointAt(0) ?? 0);
  return kept + (capital.slice(kept.length) + text.slice(first.length)).toLowerCase();
}

function titleCase(text: string): string {
  return text.replace(WORDS(), capitalize);
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

function changing(change: (text: string) => string): [Signature, NativeBody] {
  return [
    { required: ['self'] },
    ({ budget }, self) => {
      const text = selfText(self);
      budget.makes(text.length);
      return textLike(self, change(text));
    },
  ];
}
