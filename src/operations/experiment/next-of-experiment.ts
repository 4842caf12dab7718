import type { Experiment } from '../../engine/experiment/experiment.js';
import { experimentCommand } from './experiment-command.js';

const LIST = 'prompt-runner experiment list';

/** What is most likely wanted next of an experiment. */
export function nextOfExperiment(experiment: Experiment): string {
  return experiment.unit === 'row' ? nextOfRows(experiment) : nextOnline(experiment);
}

function nextOnline(experiment: Experiment): string {
  switch (experiment.status) {
    case 'draft':
    case 'paused':
      return experimentCommand('start', experiment);
    case 'running':
      return experimentCommand('status', experiment);
    case 'stopped':
      return experimentCommand('analyze', experiment);
    case 'archived':
      return LIST;
  }
}

function nextOfRows(experiment: Experiment): string {
  switch (experiment.status) {
    case 'draft':
      return `${experimentCommand('run', experiment)} --data FILE`;
    case 'running':
    case 'paused':
      return experimentCommand('run', experiment);
    case 'stopped':
      return experimentCommand('analyze', experiment);
    case 'archived':
      return LIST;
  }
}
