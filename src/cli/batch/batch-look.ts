import type { BatchView } from '../../operations/batch/outputs.js';
import type { Look } from '../render/style.js';

/** The look of where a batch stands, the same wherever it is shown. */
export function batchLook({
  status,
  failed,
  problem,
}: Pick<BatchView, 'status' | 'failed' | 'problem'>): Look {
  switch (status) {
    case 'completed':
      return failed === 0 ? 'green' : 'yellow';
    case 'paused':
      return problem === null ? 'yellow' : 'red';
    case 'running':
      return 'cyan';
    case 'loading':
    case 'cancelled':
      return 'dim';
  }
}
