import type { Complexity, ComplexityLevel } from './execution-notes.js';

const levelOf: ReadonlyMap<string, ComplexityLevel> = new Map([
  ['very low', 'Very Low'],
  ['low', 'Low'],
  ['medium', 'Medium'],
  ['high', 'High'],
  ['very high', 'Very High'],
]);

/** Longer separators first, so that ` to ` is not taken for something else. */
const separators = [' to ', '-', '–', '—', '/'];

/** A level at the beginning of a text, and what follows it. */
interface Leading {
  readonly level: ComplexityLevel;
  readonly rest: string;
}

/**
 * Reads a level or a range of levels, with what is said after it as a note. A text that begins with no known
 * level is kept whole, without levels.
 *
 * @example readComplexity('medium-high (new schema)') // text 'Medium-High', note 'new schema'
 */
export function readComplexity(written: string): Complexity {
  const first = leadingLevel(written.trim());
  if (first === null) return { text: written.trim(), min: null, max: null, note: null };
  let { level, rest } = first;
  let text: string = level;
  for (let next = nextLevel(rest); next !== null; next = nextLevel(rest)) {
    ({ level, rest } = next);
    text += next.separator + level;
  }
  return { text, min: first.level, max: level, note: noteOf(rest) };
}

function leadingLevel(text: string): Leading | null {
  const plain = text.replace(/^[*_`]{1,3}/, '');
  const words = /^(?:very[ -])?[a-z]+/i.exec(plain)?.[0] ?? '';
  const level = levelOf.get(words.toLowerCase().replace('-', ' '));
  return level === undefined ? null : { level, rest: plain.slice(words.length).replace(/^[*_`]{1,3}/, '') };
}

function nextLevel(rest: string): (Leading & { readonly separator: string }) | null {
  for (const separator of separators) {
    const start = separator.startsWith(' ') ? rest : rest.trimStart();
    if (!start.toLowerCase().startsWith(separator)) continue;
    const leading = leadingLevel(start.slice(separator.length).trimStart());
    if (leading !== null) return { ...leading, separator: '–—'.includes(separator) ? '-' : separator };
  }
  return null;
}

/** What follows the level, without the punctuation that sets it off. */
function noteOf(rest: string): string | null {
  const note = rest
    .trim()
    .replace(/^[-–—:,;.]/, '')
    .trim();
  const inner =
    note.startsWith('(') && note.indexOf(')') === note.length - 1 ? note.slice(1, -1).trim() : note;
  return inner === '' ? null : inner;
}
