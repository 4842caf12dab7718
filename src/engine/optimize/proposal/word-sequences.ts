import { type TextToken, textTokens } from './text-tokens.js';

/**
 * All sequences of neighbouring words in a text that are just long enough.
 *
 * @param words how many of them, from 1; two characters of a script without spaces are a word
 * @example [...wordSequences('To be, or not', 3)] // ['to be or', 'be or not']
 */
export function* wordSequences(text: string, words: number): Generator<string> {
  const window: TextToken[] = [];
  let weight = 0;
  for (const token of textTokens(text)) {
    window.push(token);
    weight += token.weight;
    for (let first = window[0]; first !== undefined && weight - first.weight >= words; first = window[0]) {
      weight -= first.weight;
      window.shift();
    }
    if (weight >= words) yield window.map(({ text: word }) => word).join(' ');
  }
}
