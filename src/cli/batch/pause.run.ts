import { pauseBatch } from '../../operations/batch/pause-batch.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { rowsText } from './batch-words.js';
import { renderChange } from './change-page.js';
import type { pause } from './pause.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof pause>,
): Promise<number> {
  const output = await pauseBatch(await context.openDatabase(), given);
  const what = `Batch ${output.batch.id} is paused; ${rowsText(output.changed)} to go.`;
  context.print(output, (stream) => renderChange(what, output, stream));
  return exitCode.done;
}
