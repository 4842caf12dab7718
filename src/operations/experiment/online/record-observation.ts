import * as z from 'zod/mini';
import { ExperimentDefinitionError, ExperimentStateError } from '../../../engine/experiment/errors.js';
import type { Experiment, ExperimentMetric } from '../../../engine/experiment/experiment.js';
import { isOutcomeMetric } from '../../../engine/experiment/online/session-metric.js';
import { userKey } from '../../../engine/experiment/online/unit-key.js';
import { reading } from '../../access/access.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { NotFoundError } from '../../errors.js';
import { executionsOf } from '../../execution/execution-records.js';
import { findSession } from '../../session/find-session.js';
import { experimentCommand } from '../experiment-command.js';
import { experimentReference } from '../experiment-reference.js';
import { findExperiment } from '../find-experiment.js';
import { nextOfExperiment } from '../next-of-experiment.js';
import type { ExperimentRecordOutput } from '../outputs.js';
import { experimentView } from '../views/experiment-view.js';
import { requireOnline } from './require-online.js';

const input = z.object({
  ...experimentReference,
  /** A session, by its id, the beginning of it or its title; or what a user is called. */
  unit: z.string().check(z.minLength(1)),
  metric: z.string(),
  value: z.number(),
});

/**
 * Writes what somebody found out about a session or user that takes part. Each has one figure by a metric: to say it
 * again changes nothing, and another figure takes its place.
 *
 * @throws NotFoundError, AmbiguousReferenceError for the experiment or the session, and for a unit that got no variant
 * @throws ExperimentDefinitionError for a metric that it does not have or that comes by itself, and for a value that
 *   cannot be one of it
 * @throws ExperimentStateError for one over rows of data, one that was not started or is archived, and for a unit that is
 *   not counted
 */
export const recordObservation = guarded(
  needs.recordObservation,
  input,
  async (
    deps: Deps,
    { experiment: reference, unit: named, metric: name, value },
  ): Promise<ExperimentRecordOutput> => {
    const experiment = await findExperiment(deps, reference);
    requireOnline(experiment);
    requireOpen(experiment);
    const { metric, position } = recordedMetric(experiment, name);
    requireValue(metric, value);
    const unit = experiment.unit === 'user' ? userKey(named) : (await findSession(reading(deps), named)).id;
    const variant = await variantOf(deps, experiment, { named, unit });
    const { experiments } = executionsOf(deps);
    const before = await experiments.observed(experiment.id, position, unit);
    const observation = { metric: position, unit, variant, repetition: 1, value, execution: null };
    if (before !== value) await experiments.observe(experiment.id, [observation], deps.clock.now());
    return {
      experiment: await experimentView(deps, experiment),
      unit: experiment.unit === 'user' ? named : unit,
      metric: name,
      ...{ value, before, changed: before !== value },
      next: nextOfExperiment(experiment),
    };
  },
);

function requireOpen(experiment: Experiment): void {
  const { name, status } = experiment;
  if (status !== 'draft' && status !== 'archived') return;
  throw new ExperimentStateError(
    `Experiment "${name}" is ${status}: there is nobody to record anything of.`,
    {
      next: nextOfExperiment(experiment),
    },
  );
}

function recordedMetric({ metrics }: Experiment, name: string) {
  const at = metrics.findIndex((metric) => metric.name === name);
  const metric = metrics[at];
  if (metric === undefined) {
    throw new ExperimentDefinitionError(`The experiment does not go by "${name}".`, {
      hint: `It goes by ${metrics.map((one) => one.name).join(', ')}.`,
    });
  }
  if (!isOutcomeMetric(name)) return { metric, position: at + 1 };
  throw new ExperimentDefinitionError(`"${name}" comes from sessions by itself; nobody records it.`, {
    hint: 'What is recorded is success and score:NAME, as metrics that the experiment was made with.',
  });
}

function requireValue({ name, kind }: ExperimentMetric, value: number): void {
  if (kind !== 'proportion' || value === 0 || value === 1) return;
  throw new ExperimentDefinitionError(`"${name}" is 1 for yes or 0 for no, not ${value}.`, {
    hint: 'For a figure, make the experiment with --metric score:NAME.',
  });
}

async function variantOf(
  deps: Deps,
  experiment: Experiment,
  { named, unit }: { readonly named: string; readonly unit: string },
): Promise<number> {
  const kept = await executionsOf(deps).assignments.of(experiment.id, unit);
  if (kept === null) {
    throw new NotFoundError(
      'UNIT_NOT_FOUND',
      `The ${experiment.unit} "${named}" takes no part in experiment "${experiment.name}".`,
      { hint: 'Only what got a variant is measured.', next: experimentCommand('status', experiment) },
    );
  }
  if (kept.variant !== null && !kept.chosen) return kept.variant;
  const why = kept.variant === null ? 'is left out by the hold-out' : 'has a variant that somebody chose';
  throw new ExperimentStateError(`The ${experiment.unit} "${named}" ${why}: it is not counted.`, {
    next: experimentCommand('status', experiment),
  });
}
