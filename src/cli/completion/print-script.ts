import type { CompletionOutput } from '../../operations/completion/outputs.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';

/** The function of a command that prints the completion script of a shell. */
export function printScript(shell: string, script: string): (context: CommandContext) => Promise<number> {
  const output: CompletionOutput = { shell, script };
  return async (context) => {
    context.print(output, () => script);
    return exitCode.done;
  };
}
