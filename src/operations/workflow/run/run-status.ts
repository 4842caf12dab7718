import type { Run } from '../../../engine/run/run.js';
import type { WorkflowRunView } from './run-outputs.js';

/** How a run stands, for people: one that was called off is over as soon as nobody is at it. */
export function runStatus({ status, cancelledAt }: Run): WorkflowRunView['status'] {
  return cancelledAt !== null && status !== 'running' ? 'cancelled' : status;
}
