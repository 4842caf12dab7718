import { extname } from 'node:path';
import { reportExperiment } from '../../operations/experiment/report/experiment-report.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { checkOutput, writeOutput } from '../input/output-file.js';
import type { report } from './report.js';

export async function run(
  context: CommandContext,
  { arguments: given, options: { format, output: file } }: InputOf<typeof report>,
): Promise<number> {
  const overwrite = context.common.yes;
  if (file !== undefined) await checkOutput(context.cwd, file, { overwrite });
  const output = await reportExperiment(await context.openDatabase(), {
    ...given,
    format: format ?? formatOf(file),
  });
  if (file === undefined || context.common.json) context.print(output, () => output.content);
  if (file !== undefined)
    context.note(`${await writeOutput(context.cwd, file, output.content, { overwrite })}\n`);
  return exitCode.done;
}

function formatOf(file: string | undefined): 'html' | 'svg' {
  return file !== undefined && extname(file).toLowerCase() === '.svg' ? 'svg' : 'html';
}
