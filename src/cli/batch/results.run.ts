import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { checkOutput } from '../input/output-file.js';
import { printedPieces } from '../render/printed-pieces.js';
import { UsageError } from '../usage-error.js';
import type { results } from './results.js';
import { resultFormatOf, resultsIntoFile, resultsTo } from './results-output.js';

export async function run(
  context: CommandContext,
  { arguments: { batch }, options }: InputOf<typeof results>,
): Promise<number> {
  const { output: file, format = resultFormatOf(file ?? ''), status } = options;
  if (file === undefined && context.common.json) {
    throw new UsageError('The results and --json both want standard output.', {
      hint: 'Name a file with --output, or leave out --json: results are JSON lines unless said otherwise.',
    });
  }
  if (file !== undefined) await checkOutput(context.cwd, file, { overwrite: context.common.yes });
  const deps = await context.openDatabase();
  const chosen = { format, escapeFormulas: options['escape-formulas'], status };
  if (file === undefined) {
    await resultsTo(printedPieces(context.streams), deps, batch, chosen);
  } else {
    const output = await resultsIntoFile(context, file, (write) => resultsTo(write, deps, batch, chosen));
    context.print(output, () => '');
  }
  return exitCode.done;
}
