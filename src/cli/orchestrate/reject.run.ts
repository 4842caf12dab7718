import { rejectStep } from '../../operations/session/run/decide-step.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { namedSession } from './named-session.js';
import type { reject } from './reject.js';
import { renderRun } from './run-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof reject>,
): Promise<number> {
  const deps = await context.open();
  const session = namedSession(given.session, options.session);
  const output = await rejectStep(deps, { session, comment: options.comment });
  context.print(output, (stream) => renderRun(output, context.now, stream));
  return exitCode.done;
}
