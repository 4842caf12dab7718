import { UsageError } from '../usage-error.js';

/**
 * The session that a command line names, as its argument or with `--session`.
 * @throws UsageError when both are given and differ
 */
export function namedSession(argument: string | undefined, option: string | undefined): string | undefined {
  if (argument !== undefined && option !== undefined && argument !== option) {
    throw new UsageError(`Two sessions are named: "${argument}" and, with --session, "${option}".`, {
      hint: 'Keep one of them.',
    });
  }
  return argument ?? option;
}
