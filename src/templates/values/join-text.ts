import type { Budget } from '../budget.js';
import { escapeHtml, Markup } from './markup.js';
import { text } from './text.js';
import type { Value } from './value.js';

/** Values one after the other as text; where output is escaped, as markup when one of them is. */
export function joinAsText(values: readonly Value[], autoescape: boolean, budget: Budget): string | Markup {
  const isMarkup = autoescape && values.some((value) => value instanceof Markup);
  const parts = values.map((value) => {
    const shown = text(value, budget);
    return isMarkup && !(value instanceof Markup) ? escapeHtml(shown, budget) : shown;
  });
  budget.makes(parts.reduce((sum, part) => sum + part.length, 0));
  const joined = parts.join('');
  return isMarkup ? new Markup(joined) : joined;
}
