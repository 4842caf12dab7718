import type { Transaction } from 'kysely';
import type { BatchId, WorkerId } from '../base/ids.js';
import type { ClaimedItem } from '../engine/batch/batch.js';
import type { ItemRange } from '../engine/batch/item-range.js';
import { claimedFromRow } from './batch-row.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import type { Database } from './schema.js';

/** Who wants items, and how many. */
interface Claim {
  readonly batch: BatchId;
  readonly worker: WorkerId;
  readonly most: number;
  readonly at: Date;
  /** Where they are taken from; undefined for anywhere. */
  readonly within: ItemRange | undefined;
}

/**
 * Gives the next items that wait to a worker. Others who ask at the same time pass over them and get those behind:
 * nobody waits for anybody, and no item is given twice.
 */
export async function takeItems(
  transaction: Transaction<Database>,
  { batch, worker, most, at, within }: Claim,
): Promise<ClaimedItem[]> {
  const rows = await transaction
    .with('free', (query) =>
      query
        .selectFrom('batch_items as i')
        .select('i.position')
        .where('i.batch_id', '=', batch)
        .where('i.status', '=', 'pending')
        .where(({ exists, selectFrom }) =>
          exists(selectFrom('batches').select('id').where('id', '=', batch).where('status', '=', 'running')),
        )
        .$if(within !== undefined, (inside) =>
          inside.where('i.position', '>=', within?.first ?? 0).where('i.position', '<=', within?.last ?? 0),
        )
        .orderBy('i.position')
        .limit(most)
        .modifyEnd(capabilitiesOf(transaction).takingFreeRows),
    )
    .updateTable('batch_items')
    .set({ status: 'claimed', claimed_by: worker, claimed_at: at.toISOString() })
    .where('batch_id', '=', batch)
    .where('position', 'in', (query) => query.selectFrom('free').select('position'))
    .returning(['position', 'row', 'repetition', 'calls', 'input'])
    .execute();
  // In which order an update gives back its rows is not promised.
  return rows.map(claimedFromRow).sort((one, other) => one.position - other.position);
}
