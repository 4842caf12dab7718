import { cancelSession } from '../../operations/session/cancel-session.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { cancel } from './cancel.js';
import { namedSession } from './named-session.js';
import { renderStanding } from './standing.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof cancel>,
): Promise<number> {
  const output = await cancelSession(await context.open(), {
    session: namedSession(given.session, options.session),
  });
  context.print(output, (stream) => renderStanding(output.session, output.next, stream));
  return exitCode.done;
}
