import { type Kysely, sql } from 'kysely';
import type { BatchId, ExecutionId, WorkerId } from '../base/ids.js';
import type {
  AmbiguousCall,
  Batch,
  BatchItem,
  BatchStatus,
  ItemStatus,
  ItemTally,
} from '../engine/batch/batch.js';
import type { ItemRange } from '../engine/batch/item-range.js';
import type { TokenUsage } from '../models/spec/model-answer.js';
import { batchFromRow, itemFromRow } from './batch-row.js';
import { beginsWith } from './begins-with.js';
import { type BoundedCount, countRows, ONE_MORE } from './bounded-count.js';
import { type NewestPage, newestFirst, passesStatusFilter, type StatusFilter } from './newest-first.js';
import type { NumberedPage } from './page.js';
import type { Database } from './schema.js';
import { usageColumnNames, usageFromRow } from './usage-columns.js';

/** An item with what its execution came to. */
export interface ItemResult extends BatchItem {
  /** Null when there is no answer, and when its execution was removed. */
  readonly answer: string | null;
  readonly finishReason: string | null;
  /** Null when it was not asked. */
  readonly usage: TokenUsage | null;
  readonly cost: number | null;
  readonly latencyMs: number | null;
  readonly cached: boolean;
}

/** A reason for which items failed. */
export interface ItemProblem {
  readonly count: number;
  readonly first: BatchItem;
}

/** Looking batches up; they are written through the journal only. */
export class BatchStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** The batches whose id begins with a prefix; two at most, which is enough to see a clash. */
  async withIdPrefix(prefix: string): Promise<Batch[]> {
    const rows = await this.#database
      .selectFrom('batches')
      .selectAll()
      .where(beginsWith('id', prefix))
      .orderBy('id')
      .limit(2)
      .execute();
    return rows.map(batchFromRow);
  }

  /** The newest batches of a name. */
  async named(name: string, limit: number): Promise<Batch[]> {
    const rows = await this.#database
      .selectFrom('batches')
      .selectAll()
      .where('name', '=', name)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(batchFromRow);
  }

  /** The batches that pass a filter, the newest first. */
  async list(filter: StatusFilter<BatchStatus>, page: NewestPage): Promise<Batch[]> {
    const rows = await this.#passing(filter).selectAll().$call(newestFirst(page)).execute();
    return rows.map(batchFromRow);
  }

  /** How many pass a filter. */
  count(filter: StatusFilter<BatchStatus>): Promise<BoundedCount> {
    return countRows(this.#database, this.#passing(filter).select('id').limit(ONE_MORE));
  }

  /** How many items stand where. */
  async tally(batch: BatchId): Promise<ItemTally> {
    const rows = await this.#database
      .selectFrom('batch_items')
      .select('status')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('batch_id', '=', batch)
      .groupBy('status')
      .execute();
    const counts = new Map(rows.map(({ status, count }) => [status, Number(count)]));
    const of = (status: ItemStatus) => counts.get(status) ?? 0;
    return {
      pending: of('pending'),
      claimed: of('claimed'),
      done: of('done'),
      failed: of('failed'),
      cancelled: of('cancelled'),
    };
  }

  /**
   * The ranges in which items wait or are being asked, when a batch is cut into ranges of a size.
   *
   * @returns in the order of their positions
   */
  async rangesLeft(batch: BatchId, size: number): Promise<ItemRange[]> {
    const rows = await this.#database
      .selectFrom('batch_items')
      .select(sql<number>`(position - 1) / cast(${size} as integer)`.as('number'))
      .distinct()
      .where('batch_id', '=', batch)
      .where('status', 'in', ['pending', 'claimed'])
      .orderBy('number')
      .execute();
    return rows.map(({ number }) => ({ first: number * size + 1, last: (number + 1) * size }));
  }

  /** The first items of a status. */
  async items(batch: BatchId, status: ItemStatus, limit: number): Promise<BatchItem[]> {
    const rows = await this.#database
      .selectFrom('batch_items')
      .selectAll()
      .where('batch_id', '=', batch)
      .where('status', '=', status)
      .orderBy('position')
      .limit(limit)
      .execute();
    return rows.map(itemFromRow);
  }

  /** Why items failed, the commonest first, with the first item of each. */
  async problems(batch: BatchId): Promise<ItemProblem[]> {
    const groups = await this.#database
      .selectFrom('batch_items')
      .select(({ fn }) => [fn.countAll<number>().as('items'), fn.min('position').as('first')])
      .where('batch_id', '=', batch)
      .where('status', '=', 'failed')
      .groupBy('problem_code')
      .orderBy('items', 'desc')
      .orderBy('first')
      .execute();
    if (groups.length === 0) return [];
    const rows = await this.#database
      .selectFrom('batch_items')
      .selectAll()
      .where('batch_id', '=', batch)
      .where(
        'position',
        'in',
        groups.map(({ first }) => first),
      )
      .execute();
    const items = new Map(rows.map((row) => [row.position, itemFromRow(row)]));
    return groups.flatMap(({ items: count, first }) => {
      const item = items.get(first);
      return item === undefined ? [] : [{ count: Number(count), first: item }];
    });
  }

  /** The calls that are known to be ambiguous. */
  async ambiguous(batch: BatchId): Promise<AmbiguousCall[]> {
    // As it is in the index, which has only those.
    const rows = await this.#calls(batch).where(sql<boolean>`b.ambiguous = 1`).execute();
    return rows.map(ambiguousFromRow);
  }

  /** The calls that some workers had on their way, who are gone. */
  async leftBy(batch: BatchId, gone: readonly WorkerId[]): Promise<AmbiguousCall[]> {
    if (gone.length === 0) return [];
    const rows = await this.#calls(batch)
      .where('i.status', '=', 'claimed')
      .where('i.claimed_by', 'in', gone)
      .where('b.ambiguous', '=', 0)
      .where('e.status', '=', 'running')
      .execute();
    return rows.map(ambiguousFromRow);
  }

  /** The items with what came of them, in their order. */
  async results(batch: BatchId, { limit, after }: NumberedPage): Promise<ItemResult[]> {
    const rows = await this.#database
      .selectFrom('batch_items as i')
      .leftJoin('executions as e', 'e.id', 'i.execution_id')
      .selectAll('i')
      .select(usageColumnNames)
      .select(['e.response', 'e.finish_reason', 'e.cost', 'e.latency_ms', 'e.answered_by', 'e.id as asked'])
      .where('i.batch_id', '=', batch)
      .where('i.position', '>', after?.[0] ?? 0)
      .orderBy('i.position')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      ...itemFromRow(row),
      answer: row.response,
      finishReason: row.finish_reason,
      usage: row.asked === null ? null : usageFromRow(row),
      cost: row.cost,
      latencyMs: row.latency_ms,
      cached: row.answered_by !== null,
    }));
  }

  /** The executions of a batch, with when the last call of each began. */
  #calls(batch: BatchId) {
    return this.#database
      .selectFrom('batch_executions as b')
      .innerJoin('batch_items as i', (join) =>
        join.onRef('i.batch_id', '=', 'b.batch_id').onRef('i.position', '=', 'b.position'),
      )
      .innerJoin('executions as e', 'e.id', 'b.execution_id')
      .select(['b.position', 'i.row', 'i.repetition', 'b.execution_id'])
      .select(({ fn, selectFrom }) =>
        fn
          .coalesce(
            selectFrom('execution_attempts as a')
              .select(({ fn }) => fn.max('a.started_at').as('at'))
              .whereRef('a.execution_id', '=', 'b.execution_id'),
            'e.created_at',
          )
          .as('at'),
      )
      .where('b.batch_id', '=', batch)
      .orderBy('b.position')
      .orderBy('b.number');
  }

  #passing(filter: StatusFilter<BatchStatus>) {
    return this.#database.selectFrom('batches').where(passesStatusFilter(filter));
  }
}

interface CallRow {
  readonly position: number;
  readonly row: number;
  readonly repetition: number;
  readonly execution_id: string;
  readonly at: string;
}

function ambiguousFromRow({ execution_id, at, position, row, repetition }: CallRow): AmbiguousCall {
  return { position, row, repetition, execution: execution_id as ExecutionId, at: new Date(at) };
}
