import type { Budget } from '../budget.js';
import { countOccurrences } from './count-occurrences.js';

/** Text that is safe to stand in HTML as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What stands for a character in HTML; `&` comes first, since it is in all the others. */
const ESCAPES = [
  { character: '&', everywhere: /&/g, entity: '&amp;' },
  { character: '<', everywhere: /</g, entity: '&lt;' },
  { character: '>', everywhere: />/g, entity: '&gt;' },
  { character: '"', everywhere: /"/g, entity: '&#34;' },
  { character: "'", everywhere: /'/g, entity: '&#39;' },
];

/** Characters that are escaped at a time: JavaScript keeps a list of all it replaces in one go. */
const ESCAPED_AT_ONCE = 32_768;

/** Replaces the five characters that mean something in HTML; what the text grows by is paid beforehand. */
export function escapeHtml(text: string, budget: Budget): string {
  let escaped = '';
  for (let from = 0; from < text.length; from += ESCAPED_AT_ONCE) {
    escaped += escapePart(text.slice(from, from + ESCAPED_AT_ONCE), budget);
  }
  return escaped;
}

function escapePart(text: string, budget: Budget): string {
  let escaped = text;
  for (const { character, everywhere, entity } of ESCAPES) {
    const count = countOccurrences(character, escaped, budget);
    if (count === 0) continue;
    budget.makes(count * (entity.length - 1));
    escaped = escaped.replace(everywhere, entity);
  }
  return escaped;
}

/** The characters of a string or of markup; undefined for any other value. */
export function asString(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Markup ? value.text : undefined;
}

/** Text of the same kind as `like`: what is derived from markup stays markup. */
export function textLike(like: unknown, text: string): string | Markup {
  return like instanceof Markup ? new Markup(text) : text;
}
