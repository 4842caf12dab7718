import type { Budget } from '../budget.js';
import { escapeHtml, Markup } from './markup.js';
import { text } from './text.js';
import type { Value } from './value.js';

/** Values one after the other as text; as markup when one of them is, or `asMarkup` says so. */
export function joinAsText(values: readonly Value[], asMarkup: boolean, budget: Budget): string | Markup {
  const isMarkup = asMarkup || values.some((value) => value instanceof Markup);
  const parts = values.map((value) => {
    const shown = text(value, budget);
    return isMarkup && !(value instanceof Markup) ? escapeHtml(shown) : shown;
  });
  budget.makes(parts.reduce((sum, part) => sum + part.length, 0));
  const joined = parts.join('');
  return isMarkup ? new Markup(joined) : joined;
}
