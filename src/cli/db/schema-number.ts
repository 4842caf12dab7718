import { UsageError } from '../usage-error.js';

/** @throws UsageError when the word is no schema number */
export function schemaNumber(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,6}$/.test(word)) return Number(word);
  throw new UsageError(`"${word}" is not the number of a schema.`, { next: 'prompt-runner db history' });
}
