import type { Experiment } from '../../../engine/experiment/experiment.js';
import type { Observation } from '../../../engine/experiment/observation.js';
import { isOutcomeMetric } from '../../../engine/experiment/online/session-metric.js';
import { covers } from '../../../store/role.js';
import { accessOf } from '../../access/access.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { type ExperimentSession, sessionsOfExperiment } from './sessions-of-experiment.js';

/**
 * Writes what became of the sessions of an experiment that were not chosen for. Doing so again brings it up to date: a
 * rating that came later counts, and a session that goes on after its end is open again. Who may only read sees what
 * others brought up to date.
 *
 * @returns the sessions as they stand
 */
export async function observeSessions(
  deps: Deps,
  experiment: Experiment,
): Promise<readonly ExperimentSession[]> {
  const sessions = await sessionsOfExperiment(deps, experiment);
  const standing = await accessOf(deps).standing();
  if (experiment.status === 'archived' || !covers(standing.roleIn(experiment.project), 'editor'))
    return sessions;
  const counted = sessions.filter(({ chosen }) => !chosen);
  const { experiments } = executionsOf(deps);
  const measured = experiment.metrics.flatMap(({ name }, at) => (isOutcomeMetric(name) ? [at + 1] : []));
  const open = counted.filter(({ outcome }) => outcome === null);
  await experiments.unobserve(experiment.id, measured, open);
  const observations = counted.flatMap((session) => observationsOf(experiment, session));
  await experiments.observe(experiment.id, observations, deps.clock.now());
  return sessions;
}

function observationsOf(
  { metrics }: Experiment,
  { unit, variant, repetition, outcome }: ExperimentSession,
): Observation[] {
  return metrics.flatMap(({ name }, at) => {
    const figure = outcome?.get(name);
    return figure === undefined
      ? []
      : [{ metric: at + 1, unit, variant, repetition, ...figure, execution: null }];
  });
}
