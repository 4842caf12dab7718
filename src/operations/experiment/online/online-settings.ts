import type { Experiment } from '../../../engine/experiment/experiment.js';
import type { OnlineTerms } from '../../../engine/experiment/online/online-terms.js';
import { settingsOfExperiment } from '../experiment-settings.js';

/**
 * How the units of an experiment get their variants.
 * @throws when it is over rows of data: that is a fault of the program
 */
export function onlineSettings(experiment: Pick<Experiment, 'id' | 'settings'>): OnlineTerms {
  const { online } = settingsOfExperiment(experiment);
  if (online === null) throw new Error(`the experiment ${experiment.id} is over rows of data`);
  return online;
}
