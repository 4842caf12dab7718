import { onAbort } from '../../base/on-abort.js';
import type { Batch } from './batch.js';
import type { BatchPorts, BatchWatch } from './batch-ports.js';
import { type BatchEnd, BatchRun } from './batch-run.js';
import type { ItemRange } from './item-range.js';

export type { BatchEnd } from './batch-run.js';

/**
 * Asks the rows of a batch that wait, so many at a time, until none is left: each is on record before it is asked, and
 * what became of it together with its answer. Other processes may do the same at the same time. Nothing is asked after
 * somebody paused or cancelled it, wherever that was, and after a fault that concerns all rows.
 *
 * @param batch as it stands, running
 * @param part the only rows that are asked here; all unless given
 * @throws faults of the program and of the store; what was begun is on record all the same
 */
export async function runBatch(
  ports: BatchPorts,
  batch: Batch,
  watch: BatchWatch,
  part?: ItemRange,
): Promise<BatchEnd> {
  const run = new BatchRun(ports, batch, watch, part);
  const drain = () => run.halt({ is: 'drained' });
  const forget = [watch.signal, watch.drain].map((signal) => onAbort(signal, drain));
  if (watch.signal.aborted || watch.drain.aborted) drain();
  try {
    return await run.toItsEnd();
  } finally {
    for (const forgetOne of forget) forgetOne();
  }
}
