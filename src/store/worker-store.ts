import type { Kysely } from 'kysely';
import type { Clock } from '../base/clock.js';
import type { WorkerId } from '../base/ids.js';
import type { Worker, WorkerStatus } from '../engine/batch/batch.js';
import type { WorkerJournal } from '../engine/batch/worker-journal.js';
import { workerFromRow, workerToRow } from './batch-row.js';
import { beginsWith } from './begins-with.js';
import { type BoundedCount, countRows, ONE_MORE } from './bounded-count.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { isBehind, type Page } from './page.js';
import type { Database } from './schema.js';

/** The processes that work on batches and workflows. */
export class WorkerStore implements WorkerJournal {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  async register(worker: Worker): Promise<void> {
    await this.#database.insertInto('workers').values(workerToRow(worker)).execute();
  }

  async beat(worker: WorkerId, inFlight: number, at: Date): Promise<WorkerStatus> {
    const { status } = await this.#database
      .updateTable('workers')
      .set({ in_flight: inFlight, seen_at: at.toISOString() })
      .where('id', '=', worker)
      .returning('status')
      .executeTakeFirstOrThrow();
    return status as WorkerStatus;
  }

  async stop(worker: WorkerId, at: Date): Promise<void> {
    await this.#database
      .updateTable('workers')
      .set({ status: 'stopped', in_flight: 0, seen_at: at.toISOString() })
      .where('id', '=', worker)
      .execute();
  }

  /**
   * A clock that goes as the store's does, so that all who work on it agree; one machine needs no other than its own.
   * It is set once: what it lags behind is the way to the server.
   */
  async clock(local: Clock): Promise<Clock> {
    const now = await capabilitiesOf(this.#database).now(this.#database);
    if (now === null) return local;
    const ahead = now - local.now().getTime();
    return { now: () => new Date(local.now().getTime() + ahead) };
  }

  /** Asks a worker that runs to end. */
  async drain(worker: WorkerId): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('workers')
      .set({ status: 'draining' })
      .where('id', '=', worker)
      .where('status', '=', 'running')
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  /** Those that have not said good-bye, the oldest first. */
  async present(): Promise<Worker[]> {
    const rows = await this.#database
      .selectFrom('workers')
      .selectAll()
      .where('status', 'in', ['running', 'draining'])
      .orderBy('started_at')
      .orderBy('id')
      .execute();
    return rows.map(workerFromRow);
  }

  /** Those of some statuses, the newest first, a page of them. */
  async list(
    statuses: readonly WorkerStatus[],
    { limit, after }: Page<readonly [startedAt: string, id: string]>,
  ): Promise<Worker[]> {
    let query = this.#of(statuses).selectAll();
    if (after !== undefined) query = query.where(isBehind(['started_at', 'id'], 'desc', after));
    const rows = await query.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    return rows.map(workerFromRow);
  }

  /** How many there are of some statuses. */
  count(statuses: readonly WorkerStatus[]): Promise<BoundedCount> {
    return countRows(this.#database, this.#of(statuses).select('id').limit(ONE_MORE));
  }

  async worker(id: WorkerId): Promise<Worker | null> {
    const row = await this.#database
      .selectFrom('workers')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : workerFromRow(row);
  }

  #of(statuses: readonly WorkerStatus[]) {
    return this.#database.selectFrom('workers').where('status', 'in', statuses);
  }

  /** The workers whose id begins with a prefix; two at most, which is enough to see a clash. */
  async withIdPrefix(prefix: string): Promise<Worker[]> {
    const rows = await this.#database
      .selectFrom('workers')
      .selectAll()
      .where(beginsWith('id', prefix))
      .orderBy('id')
      .limit(2)
      .execute();
    return rows.map(workerFromRow);
  }
}
