import { batchStatus } from '../../operations/batch/batch-status.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { status } from './status.js';
import { renderStatus } from './status-page.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof status>,
): Promise<number> {
  const output = await batchStatus(await context.openDatabase(), given);
  context.print(output, (stream) => renderStatus(output, context.now, stream));
  return exitCode.done;
}
