import { grantRole } from '../../operations/project/grant-role.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import type { grant } from './grant.js';
import { grantedText } from './member-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof grant>,
): Promise<number> {
  const { role = 'reader', global } = options;
  const output = await grantRole(await context.open(), { login: given.login, role, global });
  context.print(output, (stream) => sentence(grantedText(output), stream));
  return exitCode.done;
}
