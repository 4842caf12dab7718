import { extname } from 'node:path';
import { groupThousands } from '../../base/text/group-thousands.js';
import { type ExportSink, exportExecutions } from '../../operations/execution/export-executions.js';
import type { ExecutionExportOutput } from '../../operations/execution/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { checkOutput, writeOutput } from '../input/output-file.js';
import { printedPieces } from '../render/printed-pieces.js';
import { UsageError } from '../usage-error.js';
import type { exportCommand } from './export.js';
import { givenFilter } from './given-filter.js';

type Format = NonNullable<InputOf<typeof exportCommand>['options']['format']>;

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof exportCommand>,
): Promise<number> {
  const isFile = given.file !== '-';
  if (!isFile && context.common.json) {
    throw new UsageError('The executions and --json both want standard output.', {
      hint: 'Name a file, or leave out --json: the format is JSON lines unless said otherwise.',
    });
  }
  const overwrite = context.common.yes;
  if (isFile) await checkOutput(context.cwd, given.file, { overwrite });
  const deps = await context.openDatabase();
  const format = options.format ?? formatOf(given.file);
  const exportTo = (write: ExportSink) =>
    exportExecutions(deps, { ...givenFilter(context, options), format, write });
  if (!isFile) {
    await exportTo(printedPieces(context.streams));
    return exitCode.done;
  }
  let output: ExecutionExportOutput = { format, executions: 0 };
  const writing = async (write: ExportSink) => {
    output = await exportTo(write);
  };
  const path = await writeOutput(context.cwd, given.file, writing, { overwrite });
  context.print(output, () => `${counted(output)} in ${path}\n`);
  return exitCode.done;
}

/** @example formatOf('runs.csv') === 'csv' */
function formatOf(file: string): Format {
  const endings: Readonly<Record<string, Format>> = { '.csv': 'csv', '.md': 'md', '.markdown': 'md' };
  return endings[extname(file).toLowerCase()] ?? 'jsonl';
}

function counted({ executions }: ExecutionExportOutput): string {
  return `${groupThousands(executions)} execution${executions === 1 ? ' is' : 's are'}`;
}
