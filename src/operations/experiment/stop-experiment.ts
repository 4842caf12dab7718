import * as z from 'zod/mini';
import { ExperimentStateError } from '../../engine/experiment/errors.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { noCommands } from './checks/check-command.js';
import { experimentReference } from './experiment-reference.js';
import { batchesOf, standingOf } from './experiment-standing.js';
import { findExperiment } from './find-experiment.js';
import { nextOfExperiment } from './next-of-experiment.js';
import type { ExperimentStandingOutput } from './outputs.js';
import { observeBatches } from './run/observe-batches.js';

/**
 * Calls off what is left of an experiment; what was answered is measured and kept. Sessions that are under way go on with
 * their variant, and count when they have ended or were given up. One that is stopped already stays so.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws ExperimentStateError when nothing was asked yet, or it is archived
 */
export const stopExperiment = guarded(
  needs.stopExperiment,
  z.object(experimentReference),
  async (deps: Deps, { experiment: reference }): Promise<ExperimentStandingOutput> => {
    const { batchJournal, experiments } = executionsOf(deps);
    const experiment = await findExperiment(deps, reference);
    const { id, name, status } = experiment;
    if (status === 'draft' || status === 'archived') {
      throw new ExperimentStateError(`Experiment "${name}" is ${status}: there is nothing to stop.`, {
        next: nextOfExperiment(experiment),
      });
    }
    if (status !== 'stopped') {
      const batches = await batchesOf(deps, experiment);
      for (const batch of batches)
        if (batch.status !== 'completed') await batchJournal.cancel(batch.id, deps.clock.now());
      // Whoever stops it has not agreed to programs: what they say is found out by running it again.
      await observeBatches(deps, experiment, batches, noCommands);
      await experiments.move(id, 'stopped', deps.clock.now());
    }
    return standingOf(deps, experiment);
  },
);
