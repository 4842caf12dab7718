import { type CompiledQuery, sql, type Transaction } from 'kysely';
import type { BatchId } from '../base/ids.js';
import type { NanoDollars } from '../engine/execution/execution.js';
import { sayAll } from './in-one-go.js';
import type { Database } from './schema.js';

/** What a batch counts. */
export interface BatchTotals {
  readonly done: number;
  readonly failed: number;
  readonly spent: NanoDollars;
  readonly reserved: NanoDollars;
}

const nothing: BatchTotals = { done: 0, failed: 0, spent: 0, reserved: 0 };

/** What is to be added in transactions that are on their way. */
const due = new WeakMap<Transaction<Database>, Map<BatchId, BatchTotals>>();

/**
 * Adds to what a batch counts, at the end of the transaction: many items that end at the same time change its row
 * once. Whoever adds has to see to it that {@link writeTotals} is called, or what {@link totalsStatements} gives is said.
 */
export function addToTotals(
  transaction: Transaction<Database>,
  batch: BatchId,
  added: Partial<BatchTotals>,
): void {
  const batches = due.get(transaction) ?? new Map<BatchId, BatchTotals>();
  due.set(transaction, batches);
  const before = batches.get(batch) ?? nothing;
  batches.set(batch, {
    done: before.done + (added.done ?? 0),
    failed: before.failed + (added.failed ?? 0),
    spent: before.spent + (added.spent ?? 0),
    reserved: before.reserved + (added.reserved ?? 0),
  });
}

/** What will be added to a batch when the transaction ends. */
export function totalsDue(transaction: object, batch: BatchId): BatchTotals {
  return due.get(transaction as Transaction<Database>)?.get(batch) ?? nothing;
}

/** Writes what is due. It comes last in its transaction, so that the row of a batch is held as short as can be. */
export function writeTotals(transaction: Transaction<Database>): Promise<void> {
  return sayAll(transaction, totalsStatements(transaction));
}

/** What writes what is due, which it is not any more. */
export function totalsStatements(transaction: Transaction<Database>): CompiledQuery[] {
  const batches = due.get(transaction) ?? [];
  due.delete(transaction);
  return Array.from(batches, ([batch, { done, failed, spent, reserved }]) =>
    transaction
      .updateTable('batches')
      .set({
        done: sql`done + ${done}`,
        failed: sql`failed + ${failed}`,
        spent: sql`spent + ${spent}`,
        reserved: sql`reserved + ${reserved}`,
      })
      .where('id', '=', batch)
      .compile(),
  );
}
