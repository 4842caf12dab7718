import { runBatch } from '../../operations/batch/run-batch.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { checkOutput } from '../input/output-file.js';
import { refuseSharedStdin } from '../input/refuse-shared-stdin.js';
import { givenTerms } from '../run/given-question.js';
import { UsageError } from '../usage-error.js';
import { type GivenWorkers, givenWorkers } from '../worker/worker-options.js';
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
  const asked = givenWorkers(options);
  refuseUnattendedOutput(asked, file);
  const rows = await givenData(context, options);
  const terms = await givenTerms(context, options);
  const deps = await context.openDatabase();
  const { output, exitCode } = await followedBatch(context, { deps, ...asked }, (followed) =>
    runBatch(followed, { prompt, rows, name, repeat, ...limits, ...asked, ...terms }),
  );
  if (file !== undefined && output.batch.status === 'completed') {
    const chosen = { format: resultFormatOf(file), escapeFormulas: options['escape-formulas'] };
    await resultsIntoFile(context, file, (write) => resultsTo(write, deps, output.batch.id, chosen));
  }
  return exitCode;
}

/** The results are there when nobody here is. */
function refuseUnattendedOutput({ detach }: GivenWorkers, file: string | undefined): void {
  if (!detach || file === undefined) return;
  throw new UsageError('--output writes the results at the end, and --detach does not wait for it.', {
    hint: 'Leave out one of them; "batch results --output" writes them later.',
  });
}
