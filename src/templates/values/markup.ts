import type { Budget } from '../budget.js';

/** Text that is safe to stand in HTML as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** Replaces the five characters that mean something in HTML; charges what the text grows by, beforehand. */
export function escapeHtml(text: string, budget: Budget): string {
  const growth = growthOf(text);
  if (growth === 0) return text;
  budget.makes(growth);
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function growthOf(text: string): number {
  let growth = 0;
  for (const { 0: character } of text.matchAll(/[&<>"']/g)) growth += (ESCAPES[character]?.length ?? 1) - 1;
  return growth;
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
