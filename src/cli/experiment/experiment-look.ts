import type { ExperimentView } from '../../operations/experiment/outputs.js';
import type { Look } from '../render/style.js';

const looks: Readonly<Record<ExperimentView['status'], Look>> = {
  draft: 'dim',
  running: 'cyan',
  paused: 'yellow',
  stopped: 'green',
  archived: 'dim',
};

/** The look of where an experiment stands, the same wherever it is shown. */
export function experimentLook(status: ExperimentView['status']): Look {
  return looks[status];
}
