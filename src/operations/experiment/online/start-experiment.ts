import * as z from 'zod/mini';
import { ExperimentStateError } from '../../../engine/experiment/errors.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import { inCommon } from '../../../engine/experiment/online/decides-about.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { experimentCommand } from '../experiment-command.js';
import { experimentReference } from '../experiment-reference.js';
import { standingOf } from '../experiment-standing.js';
import { findExperiment } from '../find-experiment.js';
import { nextOfExperiment } from '../next-of-experiment.js';
import type { ExperimentStandingOutput } from '../outputs.js';
import { onlineSettings } from './online-settings.js';
import { requireOnline } from './require-online.js';
import { templateFault } from './variant-fault.js';

/**
 * Lets an experiment decide about sessions that begin from now on; one that is paused goes on. One that runs already
 * does so still.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws ExperimentStateError for one over rows of data, one that was stopped, one with a variant that cannot be used,
 *   and while another one decides about the same
 */
export const startExperiment = guarded(
  needs.startExperiment,
  z.object(experimentReference),
  async (deps: Deps, { experiment: reference }): Promise<ExperimentStandingOutput> => {
    const experiment = await findExperiment(deps, reference);
    requireOnline(experiment);
    requireUnended(experiment);
    await requireUsable(deps, experiment);
    const { experiments } = executionsOf(deps);
    const deciding = { experiment, terms: onlineSettings(experiment) };
    const shared = (other: Experiment) =>
      inCommon(deciding, { experiment: other, terms: onlineSettings(other) });
    const rival = await experiments.start(experiment.id, (other) => shared(other) !== null, deps.clock.now());
    if (rival !== null) throw inTheWay(experiment, rival, shared(rival));
    return standingOf(deps, experiment);
  },
);

/** What was stopped has its result: more sessions would be a look that nobody planned. */
function requireUnended(experiment: Experiment): void {
  const { name, status } = experiment;
  if (status !== 'stopped' && status !== 'archived') return;
  throw new ExperimentStateError(`Experiment "${name}" is ${status}: it does not start again.`, {
    hint: 'For more sessions, make another one.',
    next: nextOfExperiment(experiment),
  });
}

async function requireUsable(deps: Deps, experiment: Experiment): Promise<void> {
  // Of a project that sessions may belong to, only the templates decide whether they find them.
  const scope = {
    project: experiment.project && { id: experiment.project, name: '', root: null },
    featureType: null,
  };
  for (const variant of experiment.variants) {
    const fault = await templateFault(deps, variant, scope);
    if (fault === null) continue;
    throw new ExperimentStateError(
      `The variant "${variant.name}" of experiment "${experiment.name}" cannot be used: ${fault.replace(/\.$/, '')}.`,
      {
        hint: 'Make another experiment with a version that can.',
        next: experimentCommand('show', experiment),
      },
    );
  }
}

function inTheWay(experiment: Experiment, rival: Experiment, what: string | null): ExperimentStateError {
  return new ExperimentStateError(
    `Experiment "${experiment.name}" and "${rival.name}", which is ${rival.status}, would both decide about ${what}.`,
    {
      hint: 'Stop that one first, or give each a part of the same namespace: --namespace NAME=0-0.5 and NAME=0.5-1.',
      next: experimentCommand('status', rival),
    },
  );
}
