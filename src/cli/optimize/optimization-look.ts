import type { OptimizationView } from '../../operations/optimize/outputs.js';
import type { Look } from '../render/style.js';

const looks: Readonly<Record<OptimizationView['status'], Look>> = {
  running: 'cyan',
  paused: 'yellow',
  completed: 'green',
};

/** The look of where an optimisation stands, the same wherever it is shown. */
export function optimizationLook({ status, problem }: Pick<OptimizationView, 'status' | 'problem'>): Look {
  return problem === null ? looks[status] : 'red';
}
