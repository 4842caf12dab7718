import { deleteSession } from '../../operations/session/delete-session.js';
import { sessionStatus } from '../../operations/session/session-status.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { exitCode } from '../exit-code.js';
import { styleFor } from '../render/style.js';
import type { deleteCommand } from './delete.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof deleteCommand>,
): Promise<number> {
  const deps = await context.open();
  const { session, steps } = await sessionStatus(deps, { session: given.session });
  const attempts = steps.reduce((sum, step) => sum + step.attempts, 0);
  const question = `Delete session ${session.id} (${session.title}) with its ${textsOf(attempts)}?`;
  if (!(await confirmed(context, question))) return exitCode.failed;
  const output = await deleteSession(deps, { session: session.id });
  context.print(output, (stream) => {
    const { bold, dim } = styleFor(stream);
    return `Session ${output.session.id} is deleted. It can be brought back for a day.\n${dim('Next:')} ${bold(output.next)}\n`;
  });
  return exitCode.done;
}

/** A session begins with its planning prompt: a single text is that one. */
function textsOf(attempts: number): string {
  return attempts === 1 ? 'prompt' : `${attempts} prompts and answers`;
}
