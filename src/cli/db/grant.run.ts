import { dbGrant } from '../../operations/db/db-grant.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { grantedText } from '../project/member-page.js';
import { sentence } from '../render/next-line.js';
import type { grant } from './grant.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof grant>,
): Promise<number> {
  const { role = 'reader', global } = options;
  const output = await dbGrant(await context.openDatabase(), { login: given.login, role, global });
  context.print(output, (stream) => sentence(grantedText(output), stream));
  return exitCode.done;
}
