import * as z from 'zod/mini';
import { ExperimentStateError } from '../../engine/experiment/errors.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { experimentCommand } from './experiment-command.js';
import { experimentReference } from './experiment-reference.js';
import { experimentAsItIs, findExperiment } from './find-experiment.js';
import { nextOfExperiment } from './next-of-experiment.js';
import type { ExperimentChangeOutput } from './outputs.js';
import { experimentView } from './views/experiment-view.js';

/**
 * Puts an experiment aside: its name is free again, and what was measured stays. One that is archived already stays so.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws ExperimentStateError while it runs
 */
export const archiveExperiment = guarded(
  needs.archiveExperiment,
  z.object(experimentReference),
  async (deps: Deps, { experiment: reference }): Promise<ExperimentChangeOutput> => {
    const { experiments } = executionsOf(deps);
    const experiment = await findExperiment(deps, reference);
    if (experiment.status === 'running') {
      throw new ExperimentStateError(`Experiment "${experiment.name}" is running, and cannot be archived.`, {
        hint: 'Wait for its end, or call off what is left of it.',
        next: experimentCommand('stop', experiment),
      });
    }
    await experiments.move(experiment.id, 'archived', deps.clock.now());
    const after = await experimentAsItIs(deps, experiment);
    return { experiment: await experimentView(deps, after), next: nextOfExperiment(after) };
  },
);
