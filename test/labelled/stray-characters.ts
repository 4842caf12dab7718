import type { Forms } from './factors.js';
import type { Line } from './line.js';
import type { Random } from './random.js';

const strays: Partial<Record<Forms['stray'], string>> = {
  nul: '\0',
  nbsp: '\u00a0',
  u2028: '\u2028',
  surrogate: '\ud83d',
  replacement: '\ufffd',
};

/** The lines of a body with the stray character in the middle of one or two of its prose lines. */
export function withStrays(lines: readonly Line[], stray: Forms['stray'], random: Random): Line[] {
  const character = strays[stray];
  if (character === undefined) return [...lines];
  const long = lines.filter(({ kind, text }) => kind === 'prose' && text.length > 12);
  const hit = new Set(random.sample(long, random.int(1, 2)));
  return lines.map((line) => (hit.has(line) ? { ...line, text: inserted(line.text, character) } : line));
}

function inserted(text: string, character: string): string {
  const middle = Math.floor(text.length / 2);
  const space = text.indexOf(' ', middle);
  if (character === '\u00a0' && space !== -1)
    return `${text.slice(0, space)}${character}${text.slice(space + 1)}`;
  return `${text.slice(0, middle)}${character}${text.slice(middle)}`;
}

/** A heading as it comes out of a copy: with spaces that do not break, or a NUL that nobody sees. */
export function withStrayInHeading(heading: string, stray: Forms['stray'], random: Random): string {
  if (stray === 'nbsp' && random.chance(0.5)) return heading.replaceAll(' ', '\u00a0');
  if (stray === 'nul' && random.chance(0.25)) return `${heading}\0`;
  return heading;
}
