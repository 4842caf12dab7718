import { useSession } from '../../operations/session/use-session.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderStanding } from './standing.js';
import type { use } from './use.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof use>,
): Promise<number> {
  const output = await useSession(await context.open(), { session: given.session });
  context.print(output, (stream) => renderStanding(output.session, output.next, stream));
  return exitCode.done;
}
