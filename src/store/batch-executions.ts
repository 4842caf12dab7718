import { type SqlBool, sql, type Transaction } from 'kysely';
import type { BatchId, ExecutionId } from '../base/ids.js';
import { itemEndOf } from '../engine/batch/item-end.js';
import type { CallEnd, ExecutionEnd } from '../engine/execution/execution-journal.js';
import type { ClaimedPlace } from '../engine/execution/execution-place.js';
import { addToTotals } from './batch-totals.js';
import { problemColumns } from './problem-columns.js';
import type { BatchItemsTable, Database } from './schema.js';
import { updateStatements } from './update-rows.js';

/** An execution of an item that is over. */
interface EndedItem {
  readonly execution: ExecutionId;
  readonly place: ClaimedPlace;
  readonly end: Pick<ExecutionEnd, 'status' | 'problem'>;
  /** How many the execution made. */
  readonly calls: number;
}

/**
 * What writes what becomes of items when executions of them are over, each of another item, as long as the worker still
 * has them: who was taken for gone records no second end.
 *
 * @returns statements that give what is to be counted by {@link countEnded}
 */
export function endStatements(transaction: Transaction<Database>, ended: readonly EndedItem[]) {
  return updateStatements(
    transaction,
    'batch_items',
    ['batch_id', 'position', 'claimed_by'],
    ended.map(endedRow),
    {
      alike: sql`claimed_by = null, claimed_at = null`,
      only: sql<SqlBool>`status = 'claimed'`,
      returning: ['batch_id', 'status'],
    },
  );
}

/** Counts items that are over. */
export function countEnded(
  transaction: Transaction<Database>,
  ended: readonly Pick<BatchItemsTable, 'batch_id' | 'status'>[],
): void {
  for (const { batch_id, status } of ended) addToTotals(transaction, batch_id as BatchId, tallied(status));
}

function endedRow({ execution, place, end, calls }: EndedItem) {
  const { status, calls: all, problem } = itemEndOf(end, { before: place.callsBefore, calls });
  return {
    batch_id: place.batch,
    position: place.position,
    claimed_by: place.worker,
    status,
    calls: all,
    execution_id: status === 'pending' ? null : execution,
    ...problemColumns(problem),
  };
}

/** @param status what became of an item */
function tallied(status: string): { done?: 1; failed?: 1 } {
  if (status === 'pending') return {};
  return status === 'done' ? { done: 1 } : { failed: 1 };
}

/** A call of a batch begins: what it may cost is not there for others. */
export function reserveFor(
  transaction: Transaction<Database>,
  { batch }: ClaimedPlace,
  reserved: number | null,
): void {
  if (reserved !== null) addToTotals(transaction, batch, { reserved });
}

/** A call of a batch is over. One that nobody knows the cost of has cost what it could have. */
export function settleFor(
  transaction: Transaction<Database>,
  { batch }: ClaimedPlace,
  { cost }: Pick<CallEnd, 'cost'>,
  reserved: number | null,
): void {
  addToTotals(transaction, batch, { spent: cost ?? reserved ?? 0, reserved: -(reserved ?? 0) });
}
