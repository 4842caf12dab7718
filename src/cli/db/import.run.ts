import { resolve } from 'node:path';
import { dbImport } from '../../operations/db/db-import.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { withProgress } from '../render/progress.js';
import { agreeing } from './agreeing.js';
import type { importCommand } from './import.js';
import { renderIntake } from './intake.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof importCommand>,
): Promise<number> {
  const file = resolve(context.cwd, given.file);
  const deps = await context.openAsItIs();
  const output = await withProgress(context.streams.stderr, 'importing', (report, aside) =>
    dbImport(deps, { file, agree: options.replace ? agreeing(context, aside) : undefined, report }),
  );
  if (output === null) return exitCode.failed;
  context.print(output, (stream) => renderIntake('imported', output, stream));
  return exitCode.done;
}
