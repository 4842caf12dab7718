import { rejectGate } from '../../operations/workflow/run/decide-gate.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { gateInQuestion } from './gate-in-question.js';
import type { reject } from './reject.js';
import { renderWorkflowRun } from './run-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof reject>,
): Promise<number> {
  const deps = await context.openDatabase();
  const { content, comment } = options;
  const found = await gateInQuestion(context, deps, { ...given, content }, 'Turn exactly this down?');
  if (found === null) {
    context.note('Nothing was decided.\n');
    return exitCode.done;
  }
  const about = { run: found.run, step: found.gate.path, content: found.content };
  const output = await rejectGate(deps, { ...about, comment });
  context.print(output, (stream) => renderWorkflowRun(output, context.now, stream));
  return exitCode.done;
}
