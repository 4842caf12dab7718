import { isAbsolute, resolve } from 'node:path';
import { splitCommand } from '../../../base/text/split-command.js';
import { ExecCommandMissingError } from '../errors.js';

/**
 * The words of `exec:COMMAND LINE`. A program named by a path is found from the working directory of whoever
 * named it, also when it runs in another folder.
 *
 * @throws ExecCommandMissingError, UnbalancedQuoteError
 */
export function execArguments(commandLine: string, cwd: string): readonly string[] {
  const [program, ...args] = splitCommand(commandLine);
  if (program === undefined || program === '') throw new ExecCommandMissingError();
  const byPath = /[/\\]/.test(program) && !isAbsolute(program);
  return [byPath ? resolve(cwd, program) : program, ...args];
}
