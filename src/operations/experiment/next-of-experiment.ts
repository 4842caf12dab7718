import type { Experiment } from '../../engine/experiment/experiment.js';
import { experimentCommand } from './experiment-command.js';

/** What is most likely wanted next of an experiment. */
export function nextOfExperiment(experiment: Experiment): string {
  switch (experiment.status) {
    case 'draft':
      return `${experimentCommand('run', experiment)} --data FILE`;
    case 'running':
    case 'paused':
      return experimentCommand('run', experiment);
    case 'stopped':
      return experimentCommand('analyze', experiment);
    case 'archived':
      return 'prompt-runner experiment list';
  }
}
