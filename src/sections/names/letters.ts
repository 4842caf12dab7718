import { isAsciiLetter } from '../text/characters.js';

const OTHER = 26;

/** Which letters occur in a text, as a set of bits: one for each of a to z, one for all else. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    letters |= 1 << (isAsciiLetter(code) ? (code | 32) - 97 : OTHER);
  }
  return letters;
}

/** How many of the ASCII letters of `name` do not occur in `text`, both as sets of bits. */
export function missingLetters(name: number, text: number): number {
  let missing = name & ~text & ~(1 << OTHER);
  let count = 0;
  for (; missing !== 0; missing &= missing - 1) count++;
  return count;
}
