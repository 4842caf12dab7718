import * as z from 'zod/mini';
import { ExperimentStateError } from '../../../engine/experiment/errors.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { experimentReference } from '../experiment-reference.js';
import { standingOf } from '../experiment-standing.js';
import { findExperiment } from '../find-experiment.js';
import { nextOfExperiment } from '../next-of-experiment.js';
import type { ExperimentStandingOutput } from '../outputs.js';
import { requireOnline } from './require-online.js';

/**
 * Lets nobody else take part in an experiment until it is started again. Sessions and users that have a variant keep it.
 * One that is paused already stays so.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws ExperimentStateError for one over rows of data, and one that does not run
 */
export const pauseExperiment = guarded(
  needs.pauseExperiment,
  z.object(experimentReference),
  async (deps: Deps, { experiment: reference }): Promise<ExperimentStandingOutput> => {
    const experiment = await findExperiment(deps, reference);
    requireOnline(experiment);
    const { id, name, status } = experiment;
    if (status !== 'running' && status !== 'paused') {
      throw new ExperimentStateError(`Experiment "${name}" is ${status}: there is nothing to pause.`, {
        next: nextOfExperiment(experiment),
      });
    }
    if (status === 'running') await executionsOf(deps).experiments.move(id, 'paused', deps.clock.now());
    return standingOf(deps, experiment);
  },
);
