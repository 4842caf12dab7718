import type { BatchId } from '../../base/ids.js';
import type { BatchPorts } from './batch-ports.js';

/**
 * Takes back what workers have of a batch that are there no more, so that it is asked by those who are.
 * @returns how many items
 */
export async function releaseGone(
  { journal, isGone, execution }: Pick<BatchPorts, 'journal' | 'isGone' | 'execution'>,
  batch: BatchId,
): Promise<number> {
  let released = 0;
  for (const holder of await journal.holders(batch)) {
    if (holder.status === 'stopped' || isGone(holder, execution.clock.now()))
      released += await journal.release(batch, holder.worker);
  }
  return released;
}
