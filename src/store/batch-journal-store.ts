import { type Kysely, sql, type Transaction } from 'kysely';
import type { BatchId, WorkerId } from '../base/ids.js';
import type { ProcessIdentity } from '../base/process/process-identity.js';
import type {
  Batch,
  BatchProblem,
  BatchSettings,
  BatchStatus,
  ClaimedItem,
  NewItem,
  WorkerStatus,
} from '../engine/batch/batch.js';
import type { BatchJournal, ItemHolder } from '../engine/batch/batch-journal.js';
import { BatchStateError } from '../engine/batch/errors.js';
import type { ItemRange } from '../engine/batch/item-range.js';
import { takeItems } from './batch-claims.js';
import { releaseItems } from './batch-release.js';
import { batchFromRow, batchToRow, itemToRow } from './batch-row.js';
import { addToTotals, writeTotals } from './batch-totals.js';
import { inChunks } from './in-chunks.js';
import { isOwnedBy, ownerColumns } from './owner-columns.js';
import { problemColumns } from './problem-columns.js';
import type { Database } from './schema.js';
import { inTransaction } from './transaction.js';

const ITEM_PARAMETERS = 9;

/** The journal of batches in a database. */
export class BatchJournalStore implements BatchJournal {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  async create(batch: Batch): Promise<void> {
    await this.#database.insertInto('batches').values(batchToRow(batch)).execute();
  }

  async batch(id: BatchId): Promise<Batch | null> {
    const row = await this.#database
      .selectFrom('batches')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : batchFromRow(row);
  }

  async addItems(
    batch: BatchId,
    loader: ProcessIdentity,
    items: readonly NewItem[],
    at: Date,
  ): Promise<void> {
    await inTransaction(this.#database, [`batch:${batch}`], async (transaction) => {
      await touchLoading(transaction, batch, loader, at);
      const insert = (chunk: readonly NewItem[]) =>
        transaction
          .insertInto('batch_items')
          .values(chunk.map((item) => itemToRow(batch, item)))
          .execute();
      await inChunks(items, insert, ITEM_PARAMETERS);
      addToTotals(transaction, batch, { failed: items.filter(({ problem }) => problem !== null).length });
      await writeTotals(transaction);
    });
  }

  async loaded(batch: BatchId, loader: ProcessIdentity, at: Date): Promise<void> {
    await inTransaction(this.#database, [`batch:${batch}`], async (transaction) => {
      await touchLoading(transaction, batch, loader, at);
      await transaction
        .updateTable('batches')
        .set({
          status: 'running',
          rows: sql`(select coalesce(max(position), 0) from batch_items where batch_id = ${batch})`,
          ...ownerColumns(null),
        })
        .where('id', '=', batch)
        .execute();
    });
  }

  async discard(batch: BatchId): Promise<void> {
    await inTransaction(this.#database, [`batch:${batch}`], async (transaction) => {
      await transaction
        .deleteFrom('batches')
        .where('id', '=', batch)
        .where('status', '=', 'loading')
        .execute();
    });
  }

  claim(
    batch: BatchId,
    worker: WorkerId,
    most: number,
    at: Date,
    within?: ItemRange,
  ): Promise<readonly ClaimedItem[]> {
    return inTransaction(this.#database, [], (transaction) =>
      takeItems(transaction, { batch, worker, most, at, within }),
    );
  }

  async isOver(batch: BatchId, { first, last }: ItemRange): Promise<boolean> {
    const left = await this.#database
      .selectFrom('batch_items')
      .select('position')
      .where('batch_id', '=', batch)
      .where('status', 'in', ['pending', 'claimed'])
      .where('position', '>=', first)
      .where('position', '<=', last)
      .limit(1)
      .executeTakeFirst();
    return left === undefined;
  }

  async fail(batch: BatchId, worker: WorkerId, position: number, problem: BatchProblem): Promise<void> {
    await inTransaction(this.#database, [], async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('batch_items')
        .set({ status: 'failed', claimed_by: null, claimed_at: null, ...problemColumns(problem) })
        .where('batch_id', '=', batch)
        .where('position', '=', position)
        .where('status', '=', 'claimed')
        .where('claimed_by', '=', worker)
        .executeTakeFirst();
      if (numUpdatedRows === 1n) addToTotals(transaction, batch, { failed: 1 });
      await writeTotals(transaction);
    });
  }

  async giveBack(batch: BatchId, worker: WorkerId, positions: readonly number[]): Promise<void> {
    if (positions.length === 0) return;
    await inTransaction(this.#database, [`batch:${batch}`], async (transaction) => {
      const status = (await statusOf(transaction, batch)) === 'cancelled' ? 'cancelled' : 'pending';
      await transaction
        .updateTable('batch_items')
        .set({ status, claimed_by: null, claimed_at: null })
        .where('batch_id', '=', batch)
        .where('position', 'in', positions)
        .where('status', '=', 'claimed')
        .where('claimed_by', '=', worker)
        .execute();
    });
  }

  async holders(batch: BatchId): Promise<readonly ItemHolder[]> {
    const rows = await this.#database
      .selectFrom('batch_items as i')
      .innerJoin('workers as w', 'w.id', 'i.claimed_by')
      .select(['w.id', 'w.host', 'w.pid', 'w.started', 'w.status', 'w.seen_at'])
      .select(({ fn }) => fn.countAll<number>().as('claimed'))
      .where('i.batch_id', '=', batch)
      .where('i.status', '=', 'claimed')
      .groupBy(['w.id', 'w.host', 'w.pid', 'w.started', 'w.status', 'w.seen_at'])
      .orderBy('w.id')
      .execute();
    return rows.map(({ id, host, pid, started, status, seen_at, claimed }) => ({
      worker: id as WorkerId,
      process: { host, pid, started },
      status: status as WorkerStatus,
      seenAt: new Date(seen_at),
      claimed: Number(claimed),
    }));
  }

  release(batch: BatchId, worker: WorkerId): Promise<number> {
    return inTransaction(this.#database, [`batch:${batch}`], async (transaction) => {
      const isCancelled = (await statusOf(transaction, batch)) === 'cancelled';
      const released = await releaseItems(transaction, batch, worker, isCancelled);
      await writeTotals(transaction);
      return released;
    });
  }

  /** One statement: whoever asks at the same time waits for the row, and gets the times behind. */
  async takeSlots(batch: BatchId, count: number, interval: number, at: Date): Promise<number> {
    const now = at.getTime() * 1000;
    const taken = Math.round(count * interval);
    const { next_call_at: next } = await this.#database
      .updateTable('batches')
      .set({
        next_call_at: sql`case when next_call_at > ${now} then next_call_at else ${now} end + ${taken}`,
      })
      .where('id', '=', batch)
      .returning('next_call_at')
      .executeTakeFirstOrThrow();
    return next - taken;
  }

  async pause(batch: BatchId, problem: BatchProblem | null, at: Date): Promise<void> {
    await this.#database
      .updateTable('batches')
      .set({ status: 'paused', ...problemColumns(problem), updated_at: at.toISOString() })
      .where('id', '=', batch)
      .where('status', '=', 'running')
      .execute();
  }

  async resume(batch: BatchId, settings: BatchSettings, at: Date): Promise<void> {
    await inTransaction(this.#database, [`batch:${batch}`], async (transaction) => {
      const status = await statusOf(transaction, batch);
      if (status !== 'paused' && status !== 'running') throw new BatchStateError(batch, status, 'resumed');
      await transaction
        .updateTable('batches')
        .set({
          status: 'running',
          settings: JSON.stringify(settings),
          ...problemColumns(null),
          updated_at: at.toISOString(),
        })
        .where('id', '=', batch)
        .execute();
    });
  }

  cancel(batch: BatchId, at: Date): Promise<number> {
    return inTransaction(this.#database, [`batch:${batch}`], async (transaction) => {
      const status = await statusOf(transaction, batch);
      if (status === 'completed') throw new BatchStateError(batch, status, 'cancelled');
      if (status !== 'cancelled') {
        await transaction
          .updateTable('batches')
          .set({
            status: 'cancelled',
            ...ownerColumns(null),
            ...problemColumns(null),
            updated_at: at.toISOString(),
            finished_at: at.toISOString(),
          })
          .where('id', '=', batch)
          .execute();
      }
      const { numUpdatedRows } = await transaction
        .updateTable('batch_items')
        .set({ status: 'cancelled' })
        .where('batch_id', '=', batch)
        .where('status', '=', 'pending')
        .executeTakeFirst();
      return Number(numUpdatedRows);
    });
  }

  retry(batch: BatchId, at: Date): Promise<number> {
    return inTransaction(this.#database, [`batch:${batch}`], async (transaction) => {
      const status = await statusOf(transaction, batch);
      if (status === 'loading' || status === 'cancelled')
        throw new BatchStateError(batch, status, 'tried again');
      const { numUpdatedRows } = await transaction
        .updateTable('batch_items')
        .set({ status: 'pending', calls: 0, execution_id: null, ...problemColumns(null) })
        .where('batch_id', '=', batch)
        .where('status', '=', 'failed')
        .executeTakeFirst();
      const retried = Number(numUpdatedRows);
      addToTotals(transaction, batch, { failed: -retried });
      await writeTotals(transaction);
      if (retried > 0) await reopen(transaction, batch, at);
      return retried;
    });
  }

  async complete(batch: BatchId, at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('batches')
      .set({ status: 'completed', updated_at: at.toISOString(), finished_at: at.toISOString() })
      .where('id', '=', batch)
      .where('status', '=', 'running')
      .where('rows', '=', ({ eb, ref }) => eb(ref('done'), '+', ref('failed')))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}

async function statusOf(transaction: Transaction<Database>, batch: BatchId): Promise<BatchStatus> {
  const { status } = await transaction
    .selectFrom('batches')
    .select('status')
    .where('id', '=', batch)
    .executeTakeFirstOrThrow();
  return status as BatchStatus;
}

/** @throws BatchStateError when this process does not load the batch, or does not any more */
async function touchLoading(
  transaction: Transaction<Database>,
  batch: BatchId,
  loader: ProcessIdentity,
  at: Date,
): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('batches')
    .set({ updated_at: at.toISOString() })
    .where('id', '=', batch)
    .where('status', '=', 'loading')
    .where(isOwnedBy(loader))
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new BatchStateError(batch, await statusOf(transaction, batch), 'loaded');
}

/** What was completed is paused: there is something to do again. */
async function reopen(transaction: Transaction<Database>, batch: BatchId, at: Date): Promise<void> {
  await transaction
    .updateTable('batches')
    .set({ status: 'paused', finished_at: null, updated_at: at.toISOString(), ...problemColumns(null) })
    .where('id', '=', batch)
    .where('status', '=', 'completed')
    .execute();
}
