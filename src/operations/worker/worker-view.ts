import type { Worker } from '../../engine/batch/batch.js';
import { isHolderGone } from '../batch/working-process.js';
import type { WorkerView } from './outputs.js';

/** A worker as it is shown. */
export function workerView(worker: Worker, now: Date): WorkerView {
  const { id, process, inFlight, version, actor, startedAt, seenAt } = worker;
  const { host, pid } = process;
  return { id, host, pid, status: statusOf(worker, now), inFlight, version, actor, startedAt, seenAt };
}

function statusOf(worker: Worker, now: Date): WorkerView['status'] {
  if (worker.status === 'stopped') return 'stopped';
  return isHolderGone(worker, now) ? 'gone' : worker.status;
}
