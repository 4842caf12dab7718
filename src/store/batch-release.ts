import { sql, type Transaction } from 'kysely';
import type { BatchId, ExecutionId, WorkerId } from '../base/ids.js';
import { itemLeftBehind } from '../engine/batch/item-end.js';
import { addToTotals } from './batch-totals.js';
import { problemColumns } from './problem-columns.js';
import type { Database } from './schema.js';

/** An execution that was on its way when its worker went. */
interface LeftBehind {
  readonly position: number;
  /** The calls that were made for the item before. */
  readonly before: number;
  readonly execution: ExecutionId;
  /** How many calls the execution made. */
  readonly calls: number;
  /** What was reserved for the one whose end nobody knows. */
  readonly reserved: number;
}

/**
 * Takes back what a worker has of a batch. What it had not begun waits again; what it was asking is ambiguous. What
 * such a call could have cost counts as spent.
 *
 * @returns how many items
 */
export async function releaseItems(
  transaction: Transaction<Database>,
  batch: BatchId,
  worker: WorkerId,
  isCancelled: boolean,
): Promise<number> {
  const left = await leftBehind(transaction, batch, worker);
  for (const one of left) await settle(transaction, batch, one, isCancelled);
  const { numUpdatedRows } = await transaction
    .updateTable('batch_items')
    .set({ status: isCancelled ? 'cancelled' : 'pending', claimed_by: null, claimed_at: null })
    .where('batch_id', '=', batch)
    .where('status', '=', 'claimed')
    .where('claimed_by', '=', worker)
    .executeTakeFirst();
  return left.length + Number(numUpdatedRows);
}

async function leftBehind(
  transaction: Transaction<Database>,
  batch: BatchId,
  worker: WorkerId,
): Promise<LeftBehind[]> {
  const rows = await transaction
    .selectFrom('batch_items as i')
    .innerJoin('batch_executions as b', (join) =>
      join.onRef('b.batch_id', '=', 'i.batch_id').onRef('b.position', '=', 'i.position'),
    )
    .innerJoin('executions as e', 'e.id', 'b.execution_id')
    .innerJoin('execution_attempts as a', 'a.execution_id', 'e.id')
    .select(['i.position', 'i.calls as before', 'e.id as execution'])
    .select(({ fn }) => [
      fn.max('a.number').as('calls'),
      sql<number>`coalesce(sum(case a.status when 'running' then a.reserved end), 0)`.as('reserved'),
    ])
    .where('i.batch_id', '=', batch)
    .where('i.status', '=', 'claimed')
    .where('i.claimed_by', '=', worker)
    .where('b.ambiguous', '=', 0)
    .where('e.status', '=', 'running')
    .groupBy(['i.position', 'i.calls', 'e.id'])
    .orderBy('i.position')
    .execute();
  return rows.map((row) => ({
    ...row,
    execution: row.execution as ExecutionId,
    calls: Number(row.calls),
    reserved: Number(row.reserved),
  }));
}

async function settle(
  transaction: Transaction<Database>,
  batch: BatchId,
  { position, before, execution, calls, reserved }: LeftBehind,
  isCancelled: boolean,
): Promise<void> {
  await transaction
    .updateTable('batch_executions')
    .set({ ambiguous: 1 })
    .where('execution_id', '=', execution)
    .execute();
  const end = itemLeftBehind(before + calls);
  await transaction
    .updateTable('batch_items')
    .set({
      status: end.status === 'pending' && isCancelled ? 'cancelled' : end.status,
      calls: end.calls,
      claimed_by: null,
      claimed_at: null,
      execution_id: end.status === 'failed' ? execution : null,
      ...problemColumns(end.problem),
    })
    .where('batch_id', '=', batch)
    .where('position', '=', position)
    .execute();
  addToTotals(transaction, batch, {
    spent: reserved,
    reserved: -reserved,
    failed: end.status === 'failed' ? 1 : 0,
  });
}
