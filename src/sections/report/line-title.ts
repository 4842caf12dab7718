import { boldTitle, splitLabel } from '../outline/label.js';
import type { OutlineLine } from '../outline/outline-line.js';

/** The title that a line is: a heading, a bold line, or a label with nothing after it; else null. */
export function titleOf({ marker, text }: OutlineLine): string | null {
  if (marker === 'code') return null;
  if (marker === 'hash') return text;
  const labelled = splitLabel(text);
  return boldTitle(text) ?? (labelled?.rest === '' ? labelled.label : null);
}
