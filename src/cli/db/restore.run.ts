import { resolve } from 'node:path';
import { dbRestore } from '../../operations/db/db-restore.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { withProgress } from '../render/progress.js';
import { agreeing } from './agreeing.js';
import { renderIntake } from './intake.js';
import type { restore } from './restore.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof restore>,
): Promise<number> {
  const file = resolve(context.cwd, given.file);
  const output = await withProgress(context.streams.stderr, 'restoring', (report, aside) =>
    dbRestore(context.configSources, { file, agree: agreeing(context, aside), report }),
  );
  if (output === null) return exitCode.failed;
  context.print(output, (stream) => renderIntake('restored', output, stream));
  return exitCode.done;
}
