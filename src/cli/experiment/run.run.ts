import { keepHeapLean } from '../../base/process/lean-heap.js';
import { shellWord } from '../../base/text/shell-word.js';
import type { Deps } from '../../operations/deps.js';
import type { ExperimentRunOutput, ExperimentView } from '../../operations/experiment/outputs.js';
import { runExperiment } from '../../operations/experiment/run/run-experiment.js';
import { inSamePlace } from '../../operations/same-place.js';
import { givenData } from '../batch/given-data.js';
import { givenLimits } from '../batch/limit-options.js';
import { RowsScreen } from '../batch/rows-screen.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { readNamed } from '../input/read-named.js';
import { refuseSharedStdin } from '../input/refuse-shared-stdin.js';
import { noteWarnings } from '../note-warnings.js';
import type { run as spec } from './run.js';
import { renderRun } from './run-page.js';

type Input = InputOf<typeof spec>;

export async function run(context: CommandContext, input: Input): Promise<number> {
  const given = await givenRun(context, input);
  const deps = await context.openDatabase();
  keepHeapLean();
  return context.interruptible(async (drain) => {
    const output = await followed(context, deps, drain, given);
    noteWarnings(context, output.warnings);
    context.print(output, (stream) => renderRun(output, stream));
    return codeOf(output, drain.aborted);
  });
}

async function givenRun(context: CommandContext, { arguments: { experiment }, options }: Input) {
  const { data, vars, schema, repeat, model, system, option, timeout } = options;
  refuseSharedStdin({ '--data': data, '--vars': vars, '--schema': schema });
  return {
    experiment,
    rows: data === undefined ? undefined : await givenData(context, options),
    ...givenLimits(options),
    ...{ repeat, model, system, assignments: options.var, options: option, timeoutSeconds: timeout },
    allowCommands: options['allow-commands'],
    variablesFile: vars === undefined ? undefined : await readNamed(context, 'the variables', vars),
    schema: schema === undefined ? undefined : await readNamed(context, 'the schema', schema),
  };
}

async function followed(
  context: CommandContext,
  deps: Deps,
  drain: AbortSignal,
  given: Parameters<typeof runExperiment>[1],
): Promise<ExperimentRunOutput> {
  const screen = new RowsScreen(context, drain, 'here');
  const experimentFollower = {
    // The second Ctrl-C ends the process, and with it the calls.
    signal: new AbortController().signal,
    drain,
    onBegin: (experiment: ExperimentView) => screen.begin(whatIsAsked(experiment), goOn(deps, experiment)),
    onProgress: (progress: Parameters<RowsScreen['show']>[0]) => screen.show(progress),
  };
  try {
    return await runExperiment({ ...deps, experimentFollower }, given);
  } finally {
    screen.end();
  }
}

function whatIsAsked({ name, variants }: ExperimentView): string {
  const what = variants.map((variant) => `${variant.name} (${variant.prompt})`).join(' and ');
  return `Experiment ${name}: ${what} are asked beside each other.`;
}

function goOn(deps: Deps, { name }: ExperimentView): string {
  return inSamePlace(deps, { next: `prompt-runner experiment run ${shellWord(name)}` }).next;
}

function codeOf({ batches }: ExperimentRunOutput, isInterrupted: boolean): number {
  if (batches.every(({ status }) => status === 'completed'))
    return batches.every(({ failed }) => failed === 0) ? exitCode.done : exitCode.partly;
  if (batches.some(({ status, problem }) => status === 'paused' && problem !== null)) return exitCode.failed;
  return isInterrupted ? exitCode.interrupted : exitCode.partly;
}
