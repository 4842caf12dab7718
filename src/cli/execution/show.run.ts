import { promptText } from '../../base/text/prompt-text.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import type { ExecutionShowOutput } from '../../operations/execution/outputs.js';
import { showExecution } from '../../operations/execution/show-execution.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { OutputStream } from '../streams.js';
import { UsageError } from '../usage-error.js';
import { AnswerMissingError } from './errors.js';
import { renderExecution } from './execution-page.js';
import type { show } from './show.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof show>,
): Promise<number> {
  if (options.messages && options.raw) {
    throw new UsageError('--messages and --raw each print one thing alone.', {
      hint: 'Keep one of them, or leave both out for all.',
    });
  }
  const deps = await context.openDatabase();
  const output = await showExecution(deps, { execution: given.execution });
  if (options.messages)
    context.print(output, (stream) => alone(promptText(output.execution.messages), stream));
  else if (options.raw) printAnswer(context, output);
  else {
    const length = options.full ? 'whole' : 'first-lines';
    context.print(output, (stream) => renderExecution(output, length, context.now, stream));
  }
  return exitCode.done;
}

/** @throws AnswerMissingError when there is none */
function printAnswer(context: CommandContext, output: ExecutionShowOutput): void {
  const { id, answer } = output.execution;
  if (answer === null && !context.common.json) throw new AnswerMissingError(id);
  context.print(output, (stream) => alone(answer ?? '', stream));
}

function alone(text: string, stream: OutputStream): string {
  const shown = stream.isTerminal ? forTerminal(text) : text;
  return shown.endsWith('\n') ? shown : `${shown}\n`;
}
