import type { Deps } from '../../operations/deps.js';
import type { OptimizationFollower } from '../../operations/optimize/optimization-deps.js';
import type { OptimizationRunOutput } from '../../operations/optimize/outputs.js';
import { resumeOptimization } from '../../operations/optimize/resume-optimization.js';
import { runOptimization } from '../../operations/optimize/run-optimization.js';
import { inSamePlace } from '../../operations/same-place.js';
import { givenData } from '../batch/given-data.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { givenCheck } from '../experiment/given-check.js';
import { readNamed } from '../input/read-named.js';
import { refuseSharedStdin } from '../input/refuse-shared-stdin.js';
import { noteWarnings } from '../note-warnings.js';
import { UsageError } from '../usage-error.js';
import { OptimizationScreen } from './optimization-screen.js';
import { parseBudget } from './parse-budget.js';
import type { run as spec } from './run.js';
import { renderRun } from './run-page.js';

type Input = InputOf<typeof spec>;
type Work = (
  deps: Deps & { readonly optimizationFollower: OptimizationFollower },
) => Promise<OptimizationRunOutput>;

export async function run(context: CommandContext, input: Input): Promise<number> {
  const work = await givenWork(context, input);
  const deps = await context.openDatabase();
  return context.interruptible(async (drain) => {
    const output = await followed(context, deps, drain, work);
    noteWarnings(context, output.warnings);
    context.print(output, (stream) => renderRun(output, stream));
    return codeOf(output, drain.aborted);
  });
}

/** Either a new one, or one that is there already. */
async function givenWork(context: CommandContext, input: Input): Promise<Work> {
  const { resume, concurrency } = input.options;
  if (resume === undefined) {
    const given = await givenOptimization(context, input);
    return (deps) => runOptimization(deps, given);
  }
  refuseTerms(input);
  return (deps) => resumeOptimization(deps, { optimization: resume, concurrency });
}

/** @throws UsageError for what is settled already */
function refuseTerms({ arguments: { prompt }, options }: Input): void {
  const { resume: _, concurrency: __, ...terms } = options;
  const given = Object.entries(terms).find(
    ([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  if (prompt === undefined && given === undefined) return;
  throw new UsageError(
    `--resume goes on as it was begun: ${given === undefined ? 'PROMPT' : `--${given[0]}`} is settled.`,
    { hint: 'Leave it out, or begin another one without --resume.' },
  );
}

async function givenOptimization(context: CommandContext, { arguments: { prompt }, options }: Input) {
  if (prompt === undefined) {
    throw new UsageError('Which prompt shall be better? PROMPT is missing.', {
      hint: 'Name a prompt of the library, or go on with --resume ID.',
    });
  }
  const { data, vars, schema, check, expect, message, model, seed, goal, matters } = options;
  refuseSharedStdin({ '--data': data, '--vars': vars, '--schema': schema });
  const budget = parseBudget(options.budget);
  const checks = await Promise.all(check.map((typed) => givenCheck(context, typed)));
  const rows = await givenData(context, { ...options, 'keep-bad-rows': false });
  return {
    ...{ prompt, rows, checks, expect, message, model, budget, seed, goal, matters },
    reflectWith: options['reflect-with'],
    hasBaseline: !options['no-baseline'],
    growth: options['max-growth'],
    concurrency: options.concurrency,
    assignments: options.var,
    parameters: { temperature: options.temperature, maxOutputTokens: options['max-tokens'] },
    options: options.option,
    timeoutSeconds: options.timeout,
    variablesFile: vars === undefined ? undefined : await readNamed(context, 'the variables', vars),
    schema: schema === undefined ? undefined : await readNamed(context, 'the schema', schema),
  };
}

async function followed(
  context: CommandContext,
  deps: Deps,
  drain: AbortSignal,
  work: Work,
): Promise<OptimizationRunOutput> {
  const goOn = (id: string) => inSamePlace(deps, { next: `prompt-runner optimize run --resume ${id}` }).next;
  const screen = new OptimizationScreen(context, drain, goOn);
  try {
    return await work({ ...deps, optimizationFollower: screen.follower() });
  } finally {
    screen.end();
  }
}

function codeOf(
  { optimization: { status, problem } }: OptimizationRunOutput,
  isInterrupted: boolean,
): number {
  if (status === 'completed') return exitCode.done;
  if (problem !== null) return exitCode.failed;
  return isInterrupted ? exitCode.interrupted : exitCode.partly;
}
