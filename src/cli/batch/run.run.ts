import { runBatch } from '../../operations/batch/run-batch.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { checkOutput } from '../input/output-file.js';
import { refuseSharedStdin } from '../input/refuse-shared-stdin.js';
import { givenTerms } from '../run/given-question.js';
import { followedBatch } from './followed-batch.js';
import { givenData } from './given-data.js';
import { givenLimits } from './limit-options.js';
import { resultFormatOf, resultsIntoFile, resultsTo } from './results-output.js';
import type { run as spec } from './run.js';

export async function run(
  context: CommandContext,
  { arguments: { prompt }, options }: InputOf<typeof spec>,
): Promise<number> {
  const { data, vars, schema, output: file, repeat, name } = options;
  refuseSharedStdin({ '--data': data, '--vars': vars, '--schema': schema });
  if (file !== undefined) await checkOutput(context.cwd, file, { overwrite: context.common.yes });
  const limits = givenLimits(options);
  const rows = await givenData(context, options);
  const terms = await givenTerms(context, options);
  const deps = await context.openDatabase();
  const { output, exitCode } = await followedBatch(context, deps, (followed) =>
    runBatch(followed, { prompt, rows, name, repeat, ...limits, ...terms }),
  );
  if (file !== undefined && output.batch.status === 'completed') {
    const chosen = { format: resultFormatOf(file), escapeFormulas: false };
    await resultsIntoFile(context, file, (write) => resultsTo(write, deps, output.batch.id, chosen));
  }
  return exitCode;
}
