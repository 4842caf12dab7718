import { listMembers } from '../../operations/project/list-members.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import { memberTable, placeText } from './member-page.js';
import type { members } from './members.js';

export async function run(context: CommandContext, { options }: InputOf<typeof members>): Promise<number> {
  const output = await listMembers(await context.open(), { global: options.global });
  context.print(output, (stream) =>
    output.open
      ? sentence(
          `There are no members ${placeText(output)}: everybody who can open the store may do everything.`,
          stream,
        )
      : memberTable(output, context.now, stream),
  );
  return exitCode.done;
}
