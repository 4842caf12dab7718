import { ExperimentStateError } from '../../../engine/experiment/errors.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import { nextOfExperiment } from '../next-of-experiment.js';

/** @throws ExperimentStateError for an experiment over rows of data, which are all there at once */
export function requireOnline(experiment: Experiment): void {
  if (experiment.unit !== 'row') return;
  throw new ExperimentStateError(`Experiment "${experiment.name}" is over rows of data: it is run.`, {
    hint: 'Ctrl-C pauses it, and "experiment run" goes on. Those that start and pause are made with --unit session.',
    next: nextOfExperiment(experiment),
  });
}
