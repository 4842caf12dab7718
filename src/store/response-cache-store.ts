import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { sha256 } from '../base/checksum.js';
import type { ExecutionId } from '../base/ids.js';
import type { NanoDollars } from '../engine/execution/execution.js';
import type { CachedAnswer } from '../engine/execution/execution-journal.js';
import { findCached } from './cache-entries.js';
import { inChunks } from './in-chunks.js';
import { notHidden } from './not-hidden.js';
import type { Database } from './schema.js';
import type { Hidden } from './standing.js';

/** What the cache holds, and what it was good for. */
export interface CacheStats {
  readonly entries: number;
  /** Of the answers, in UTF-8. */
  readonly bytes: number;
  /** How often an answer that it holds was given again. */
  readonly hits: number;
  /** What those would have cost, as far as that is known. */
  readonly saved: NanoDollars;
  /** The hits of which it is not known what they would have cost. */
  readonly hitsOfUnknownCost: number;
  /** When the oldest answer was given; null when there is none. */
  readonly oldest: Date | null;
}

const IDENTITY_LENGTH = 16;

/** The answers that are given again when the same is asked; the executions have their texts. */
export class ResponseCacheStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** The answer to the same question, not older than `notBefore`; null when there is none. */
  cached(key: string, notBefore: Date): Promise<CachedAnswer | null> {
    return findCached(this.#database, key, notBefore);
  }

  /** @param hidden answers of executions that are left out */
  async stats(hidden?: Hidden): Promise<CacheStats> {
    const row = await this.#database
      .selectFrom('cache_entries as c')
      .innerJoin('executions as e', 'e.id', 'c.execution_id')
      .$if(hidden !== undefined, (query) => query.where(notHidden('e.project_id', hidden ?? NOTHING)))
      .select(({ fn }) => [
        fn.countAll<number>().as('entries'),
        fn.coalesce(fn.sum<number>('c.size'), sql<number>`0`).as('bytes'),
        fn.coalesce(fn.sum<number>('c.hits'), sql<number>`0`).as('hits'),
        sql<number>`coalesce(sum(c.hits * e.cost), 0)`.as('saved'),
        sql<number>`coalesce(sum(c.hits) filter (where e.cost is null), 0)`.as('unknown'),
        fn.min<string | null>('c.created_at').as('oldest'),
      ])
      .executeTakeFirstOrThrow();
    return {
      entries: row.entries,
      bytes: row.bytes,
      hits: row.hits,
      saved: row.saved,
      hitsOfUnknownCost: row.unknown,
      oldest: row.oldest === null ? null : new Date(row.oldest),
    };
  }

  /** Forgets all answers but the hidden ones; the executions stay. Gives how many there were. */
  async clear(hidden?: Hidden): Promise<number> {
    const { numDeletedRows } = await this.#database
      .deleteFrom('cache_entries')
      .where(among(hidden))
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  /** The questions that executions were asked, as far as their answers could be kept: each once. */
  async keysOf(executions: readonly ExecutionId[]): Promise<string[]> {
    const rows = await inChunks(executions, (chunk) =>
      this.#database
        .selectFrom('executions')
        .select('cache_key as key')
        .where('id', 'in', chunk)
        .where('cache_key', 'is not', null)
        .execute(),
    );
    return [...new Set(rows.flatMap(({ key }) => (key === null ? [] : [key])))];
  }

  /**
   * What tells this store apart from others wherever they share a place, by whatever name each of its users reaches
   * it: made of the moment at which it was set up.
   */
  async identity(): Promise<string> {
    const { first } = await this.#database
      .selectFrom('schema_migrations')
      .select(({ fn }) => fn.min('applied_at').as('first'))
      .executeTakeFirstOrThrow();
    return sha256(`store ${first}`).slice(0, IDENTITY_LENGTH);
  }

  /** Forgets the answers that were given before a time; gives how many. */
  async pruneOlderThan(time: Date, hidden?: Hidden): Promise<number> {
    const { numDeletedRows } = await this.#database
      .deleteFrom('cache_entries')
      .where(among(hidden))
      .where('created_at', '<', time.toISOString())
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  /** Forgets the answers that were not wanted for longest, until the others take no more than so many bytes. */
  async pruneToSize(bytes: number, hidden?: Hidden): Promise<number> {
    const used = this.#database
      .selectFrom('cache_entries')
      .where(among(hidden))
      .select('key')
      .select(sql<number>`sum(size) over (order by last_used_at desc, key desc)`.as('total'));
    const { numDeletedRows } = await this.#database
      .deleteFrom('cache_entries')
      .where('key', 'in', (query) =>
        query.selectFrom(used.as('u')).select('u.key').where('u.total', '>', bytes),
      )
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}

const NOTHING: Hidden = { projects: [], global: false };

/** The entries whose executions are not hidden. */
function among(hidden: Hidden | undefined): RawBuilder<SqlBool> {
  if (hidden === undefined) return sql`1 = 1`;
  return sql`execution_id in (select e.id from executions e where ${notHidden('e.project_id', hidden)})`;
}
