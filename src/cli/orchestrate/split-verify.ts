import { splitCommand } from '../../base/text/split-command.js';
import { UsageError } from '../usage-error.js';

/**
 * The test command as a program and its arguments.
 *
 * @throws UsageError when it names no program
 * @throws UnbalancedQuoteError when a quote is never closed
 */
export function splitVerify(command: string | undefined): string[] | undefined {
  if (command === undefined) return undefined;
  const words = splitCommand(command);
  if (words.length > 0) return words;
  throw new UsageError('--verify needs a command.', { hint: 'Give your test command: --verify "npm test".' });
}
