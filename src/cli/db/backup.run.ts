import { resolve } from 'node:path';
import { formatBytes } from '../../base/text/format-bytes.js';
import { dbBackup } from '../../operations/db/db-backup.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import type { backup } from './backup.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof backup>,
): Promise<number> {
  const file = given.file === undefined ? undefined : resolve(context.cwd, given.file);
  const output = await dbBackup(await context.openAsItIs(), { file });
  context.print(output, (stream) =>
    sentence(`${output.location} is copied to ${output.file} (${formatBytes(output.sizeBytes)}).`, stream),
  );
  return exitCode.done;
}
