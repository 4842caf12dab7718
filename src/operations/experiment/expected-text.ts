import type { ItemInput } from '../../engine/batch/batch.js';

/** What a row expects, by a column of it. A value that is no text is expected as JSON writes it. */
export function expectedText(value: ItemInput[string] | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
