import { revokeRole } from '../../operations/project/revoke-role.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import { placeText } from './member-page.js';
import type { revoke } from './revoke.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof revoke>,
): Promise<number> {
  const output = await revokeRole(await context.open(), { login: given.login, global: options.global });
  const done = `${output.login} was ${output.from} ${placeText(output)}, and is no member any more.`;
  context.print(output, (stream) => sentence(done, stream));
  return exitCode.done;
}
