import { dbRevoke } from '../../operations/db/db-revoke.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import type { revoke } from './revoke.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof revoke>,
): Promise<number> {
  const output = await dbRevoke(await context.openDatabase(), { login: given.login });
  const roles = `It had ${countedRoles(output.roles)}`;
  context.print(output, (stream) =>
    sentence(`${output.login} cannot open the store any more. ${roles}.`, stream),
  );
  return exitCode.done;
}

function countedRoles(count: number): string {
  if (count === 0) return 'no role';
  return count === 1 ? 'one role' : `${count} roles`;
}
