import { UsageError } from '../usage-error.js';

/** @throws UsageError when the word is no schema number */
export function schemaNumber(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,6}$/.test(word)) return Number(word);
  throw new UsageError(`"${word}" is not the number of a schema.`, {
    hint: 'Give a whole number; the history of the schema lists them.',
    next: 'prompt-runner db history',
  });
}
