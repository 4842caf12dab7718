import type { BoxStyle } from './box-style.js';

/** A text of simple letters with at most so many cells. */
export function cut(text: string, width: number, { ellipsis }: BoxStyle): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}${ellipsis}`.slice(0, width);
}

/** Words on lines of at most so many cells; a longer word is cut. */
export function wrapWords(words: readonly string[], width: number, style: BoxStyle): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(cut(word, width, style));
  }
  return lines;
}

/** Names as the words of a sentence: `from a, b`. */
export function listed(introduction: string, names: readonly string[]): string[] {
  const [first = '', ...others] = names.map((name, at) => (at < names.length - 1 ? `${name},` : name));
  return [`${introduction} ${first}`.trim(), ...others];
}
