import * as z from 'zod/mini';
import type { Batch } from '../../../engine/batch/batch.js';
import { nanoDollars } from '../../../engine/execution/dollars.js';
import { ExperimentStateError } from '../../../engine/experiment/errors.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import { advanceBatch } from '../../batch/advance-batch.js';
import type { BatchDeps } from '../../batch/batch-deps.js';
import { newBatchInput } from '../../batch/batch-input.js';
import { batchAsItIs } from '../../batch/find-batch.js';
import { NotAllowedError } from '../../errors.js';
import { executionsOf } from '../../execution/execution-records.js';
import { whereabouts } from '../../project/current-project.js';
import { allowedCommands } from '../checks/allowed-commands.js';
import { experimentCommand } from '../experiment-command.js';
import { experimentReference } from '../experiment-reference.js';
import { standingOf } from '../experiment-standing.js';
import { findExperiment } from '../find-experiment.js';
import { type Judged, judgeAnswers } from '../judge/judge-answers.js';
import { nextOfExperiment } from '../next-of-experiment.js';
import type { ExperimentRunOutput } from '../outputs.js';
import { experimentView } from '../views/experiment-view.js';
import { type ExperimentDeps, experimentFollowerOf } from './experiment-deps.js';
import { JointProgress } from './joint-progress.js';
import { observeBatches } from './observe-batches.js';
import { type SharedTerms, startBatches, type VariantBatches } from './variant-batches.js';

const USUAL_CONCURRENCY = 8;

const { rows, system, assignments, variablesFile, values, model, options, schema, timeoutSeconds } =
  newBatchInput.shape;
const { repeat, concurrency, rate, maxCost } = newBatchInput.shape;

const input = z.object({
  ...experimentReference,
  /** What is asked; only when it is run first. */
  rows: z.optional(rows),
  ...{ system, assignments, variablesFile, values, options, schema, timeoutSeconds, rate },
  /** Of the variants that say none. */
  model,
  /** How often each row is asked; only when it is run first. */
  repeat,
  /** Calls at the same time, of all variants together. */
  concurrency,
  /** What it may cost, in US dollars, shared out equally among the variants. */
  maxCost,
  /** Let the programs of its checks run on this machine. */
  allowCommands: z._default(z.boolean(), false),
});

type Given = z.output<typeof input>;

/**
 * Asks all variants for the same rows, beside each other, so that whatever changes with time changes for all of them.
 * Each variant is a batch: every call is on record, and running it again goes on where it was. What is measured is
 * written at the end.
 *
 * @throws NotFoundError, AmbiguousReferenceError for the experiment
 * @throws NotAllowedError when it belongs to another project than the one in force
 * @throws ExperimentStateError when it is not about rows, is archived, has rows already, or none yet
 * @throws CheckCommandsNotAllowedError when its checks run programs, and nobody has agreed to that
 * @throws what making and reading a batch throws
 */
export const runExperiment = guarded(
  needs.runExperiment,
  input,
  async (deps: ExperimentDeps, given): Promise<ExperimentRunOutput> => {
    const experiment = await findExperiment(deps, given.experiment);
    requireRows(experiment);
    await requireHere(deps, experiment);
    const tryCommand = allowedCommands(deps, experiment, given.allowCommands);
    const { experiments } = executionsOf(deps);
    const { batches, warnings } = await batchesFor(deps, experiment, given);
    if (!(await experiments.move(experiment.id, 'running', deps.clock.now()))) throw archived(experiment);
    experimentFollowerOf(deps).onBegin?.(await experimentView(deps, experiment));
    try {
      await advanceAll(deps, batches);
    } finally {
      await observeBatches(deps, experiment, batches, tryCommand);
      await experiments.move(experiment.id, await endOf(deps, batches), deps.clock.now());
    }
    const judged = await judgeAnswers(deps, experiment, batches);
    return { ...(await standingOf(deps, experiment)), warnings: [...warnings, ...judgeWarning(judged)] };
  },
);

function judgeWarning({ failed }: Judged): string[] {
  return failed === 0
    ? []
    : [`${failed} judgements did not come. They are missing, and no losses; running it again asks for them.`];
}

/** @throws ExperimentStateError for one over sessions or users: they come by themselves */
function requireRows(experiment: Experiment): void {
  if (experiment.unit === 'row') return;
  throw new ExperimentStateError(
    `Experiment "${experiment.name}" is about a ${experiment.unit} at a time, not about rows of data.`,
    { hint: 'It is started, and then new sessions take part.', next: nextOfExperiment(experiment) },
  );
}

/** Its batches would lie in another project, where others may not see them. */
async function requireHere(deps: ExperimentDeps, { name, project }: Experiment): Promise<void> {
  const here = (await whereabouts(deps)).project?.id ?? null;
  if (project === null || project === here) return;
  throw new NotAllowedError(`Experiment "${name}" belongs to another project than the one in force.`, {
    hint: 'Run it in that project: --project NAME.',
  });
}

/** Those that are there, set to run on these terms; new ones when there are none yet. */
async function batchesFor(
  deps: ExperimentDeps,
  experiment: Experiment,
  given: Given,
): Promise<VariantBatches> {
  const found = await loadedBatches(deps, experiment);
  if (found === null) return begun(deps, experiment, given);
  if (given.rows !== undefined) {
    throw new ExperimentStateError(`Experiment "${experiment.name}" has its rows already.`, {
      hint: 'Leave out --data to go on with it. For other rows, make another experiment.',
      next: experimentCommand('run', experiment),
    });
  }
  const { batchJournal } = executionsOf(deps);
  const { concurrency, maxCost } = shared(experiment, given);
  for (const { id, settings, status } of found) {
    if (status !== 'paused' && status !== 'running') continue;
    const changed = {
      ...settings,
      ...(given.concurrency !== undefined && { concurrency }),
      ...(given.rate !== undefined && { rate: given.rate }),
      ...(maxCost !== undefined && { maxCost: nanoDollars(maxCost) }),
    };
    await batchJournal.resume(id, changed, deps.clock.now());
  }
  return { batches: await Promise.all(found.map((batch) => batchAsItIs(deps, batch))), warnings: [] };
}

/** Null when nothing was asked yet, and not all rows are known: then they have to be read anew. */
async function loadedBatches(
  deps: ExperimentDeps,
  { variants }: Experiment,
): Promise<readonly Batch[] | null> {
  const { batchJournal } = executionsOf(deps);
  const found: Batch[] = [];
  for (const { batch: id } of variants) {
    const batch = id === null ? null : await batchJournal.batch(id);
    if (batch === null || batch.rows === null) return null;
    found.push(batch);
  }
  return found;
}

async function begun(deps: ExperimentDeps, experiment: Experiment, given: Given): Promise<VariantBatches> {
  if (experiment.status === 'archived') throw archived(experiment);
  const { rows, experiment: _, allowCommands: __, ...terms } = given;
  if (rows === undefined) {
    throw new ExperimentStateError(`Experiment "${experiment.name}" has no rows yet.`, {
      hint: 'Say which file holds them.',
      next: `${experimentCommand('run', experiment)} --data FILE`,
    });
  }
  const { signal, drain } = experimentFollowerOf(deps);
  const following: BatchDeps = { ...deps, follower: { signal, drain } };
  const all: SharedTerms = { ...terms, ...shared(experiment, given) };
  return startBatches(following, experiment, rows, all);
}

/** What each variant has of what is given for all. */
function shared({ variants }: Experiment, { concurrency = USUAL_CONCURRENCY, maxCost }: Given) {
  return {
    concurrency: Math.max(1, Math.floor(concurrency / variants.length)),
    ...(maxCost !== undefined && { maxCost: maxCost / variants.length }),
  };
}

/** All of them come to their end, also when one fails; the first failure is thrown then. */
async function advanceAll(deps: ExperimentDeps, batches: readonly Batch[]): Promise<void> {
  const { signal, drain, onProgress } = experimentFollowerOf(deps);
  const joint = new JointProgress(batches.length);
  const ends = await Promise.allSettled(
    batches.map(async (batch, at) => {
      if (batch.status !== 'running') return;
      const follower = {
        ...{ signal, drain },
        onProgress: (progress: Parameters<JointProgress['note']>[1]) =>
          onProgress?.(joint.note(at, progress)),
      };
      await advanceBatch({ ...deps, follower }, batch);
    }),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** It is stopped as soon as nothing is left to ask; else it waits, unless others are at it. */
async function endOf(
  deps: ExperimentDeps,
  batches: readonly Batch[],
): Promise<'running' | 'paused' | 'stopped'> {
  const now = await Promise.all(batches.map((batch) => batchAsItIs(deps, batch)));
  if (now.every(({ status }) => status === 'completed' || status === 'cancelled')) return 'stopped';
  return now.some(({ status }) => status === 'running') ? 'running' : 'paused';
}

function archived({ name }: Experiment): ExperimentStateError {
  return new ExperimentStateError(`Experiment "${name}" is archived: nothing more is asked for it.`, {
    hint: 'Make another one.',
    next: 'prompt-runner experiment create --help',
  });
}
