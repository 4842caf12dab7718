import { UsageError } from '../usage-error.js';
import { STDIN } from './read-named.js';

/**
 * Refuses a command line on which two things come from standard input.
 *
 * @param readers where each comes from, by what it is called in a sentence
 * @throws UsageError
 * @example refuseSharedStdin({ '--data': '-', '--vars': 'vars.json' })
 */
export function refuseSharedStdin(readers: Readonly<Record<string, string | undefined>>): void {
  const many = Object.keys(readers).filter((reader) => readers[reader] === STDIN);
  if (many.length < 2) return;
  throw new UsageError(`Standard input can be read once, and ${many.join(' and ')} would read it.`, {
    hint: 'Put one of them into a file.',
  });
}
