import { sql, type Transaction } from 'kysely';
import type { ExecutionId } from '../base/ids.js';
import { type ItemEnd, itemEndOf } from '../engine/batch/item-end.js';
import type { CallEnd, ExecutionEnd } from '../engine/execution/execution-journal.js';
import type { ClaimedPlace } from '../engine/execution/execution-place.js';
import { addToTotals } from './batch-totals.js';
import { problemColumns } from './run-row.js';
import type { Database } from './schema.js';

/** Says which item of a batch an execution is for. */
export async function insertItemExecution(
  transaction: Transaction<Database>,
  execution: ExecutionId,
  { batch, position }: ClaimedPlace,
): Promise<void> {
  await sql`
    insert into batch_executions (batch_id, position, number, execution_id, ambiguous)
    select ${batch}, cast(${position} as integer), coalesce(max(number), 0) + 1, ${execution}, 0
    from batch_executions where batch_id = ${batch} and position = ${position}
  `.execute(transaction);
}

/**
 * Writes what becomes of an item when an execution of it is over, as long as the worker still has it: who was taken
 * for gone records no second end.
 *
 * @param calls how many the execution made
 */
export async function endItem(
  transaction: Transaction<Database>,
  execution: ExecutionId,
  place: ClaimedPlace,
  end: Pick<ExecutionEnd, 'status' | 'problem'>,
  calls: number,
): Promise<void> {
  const { status, calls: all, problem } = itemEndOf(end, { before: place.callsBefore, calls });
  const { numUpdatedRows } = await transaction
    .updateTable('batch_items')
    .set({
      status,
      calls: all,
      claimed_by: null,
      claimed_at: null,
      execution_id: status === 'pending' ? null : execution,
      ...problemColumns(problem),
    })
    .where('batch_id', '=', place.batch)
    .where('position', '=', place.position)
    .where('status', '=', 'claimed')
    .where('claimed_by', '=', place.worker)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) addToTotals(transaction, place.batch, tallied(status));
}

function tallied(status: ItemEnd['status']): { done?: 1; failed?: 1 } {
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
