import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { ProjectId } from '../base/ids.js';
import type { FoundEntry } from '../prompts/audit-chain.js';
import { type AuditSubjectKind, auditHash, FIRST_HASH, type NewAuditEntry } from '../prompts/audit-entry.js';
import { auditColumns, auditFromRow, auditToRow } from './audit-row.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { notHidden } from './not-hidden.js';
import type { NumberedPage } from './page.js';
import type { Database } from './schema.js';
import type { Hidden } from './standing.js';
import { inTransaction } from './transaction.js';

export interface AuditFilter {
  readonly subjectKind?: AuditSubjectKind | undefined;
  /** The name or the id of what was changed. */
  readonly subject?: string | undefined;
  readonly actor?: string | undefined;
  readonly since?: Date | undefined;
  /** Entries about these are left out. */
  readonly hidden?: Hidden | undefined;
}

const CHUNK = 1000;
/** The numbers that an entry can have. */
const FIRST = 1;
const LAST = Number.MAX_SAFE_INTEGER;

/** Who changed what: entries are added, each hashed over the one before, and never changed. */
export class AuditStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** Adds entries in a transaction of their own, for what is changed outside of the store. */
  async append(...entries: readonly NewAuditEntry[]): Promise<void> {
    await inTransaction(this.#database, ['audit'], async (transaction) => {
      for (const entry of entries) await appendAudit(transaction, entry);
    });
  }

  /** The entries that pass the filter, the newest first, a page of them. */
  async list(filter: AuditFilter, { limit, after }: NumberedPage): Promise<FoundEntry[]> {
    const last = after === undefined ? LAST : after[0] - 1;
    const rows = await filtered(this.#numbered(last), filter)
      .where('number', '>=', firstNumber(filter))
      .select(auditColumns)
      .orderBy('number', 'desc')
      .limit(limit)
      .execute();
    return rows.map(auditFromRow);
  }

  /** Every entry, oldest first, a chunk at a time. */
  async *all(): AsyncGenerator<FoundEntry[]> {
    for (let last = FIRST - 1; ; ) {
      const rows = await this.#numbered()
        .select(auditColumns)
        .where('number', '>', last)
        .orderBy('number')
        .limit(CHUNK)
        .execute();
      if (rows.length === 0) return;
      yield rows.map(auditFromRow);
      last = rows.at(-1)?.number ?? last;
    }
  }

  /** How many rows have a number that this program never gives: somebody else put them there. */
  async countStrays(): Promise<number> {
    const { count } = await this.#database
      .selectFrom('audit_log')
      .select(({ fn }) => fn.countAll().as('count'))
      .where(({ or, eb }) => or([eb('number', '<', FIRST), eb('number', '>', LAST)]))
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** The driver fails on a number that is too large for it. */
  #numbered(last = LAST) {
    return this.#database.selectFrom('audit_log').where('number', '<=', last);
  }
}

type Query = SelectQueryBuilder<Database, 'audit_log', object>;

function filtered(query: Query, { subjectKind, subject, actor, since, hidden }: AuditFilter): Query {
  let narrowed = query;
  if (hidden !== undefined) narrowed = narrowed.where(notHidden('audit_log.project_id', hidden));
  if (subjectKind !== undefined) narrowed = narrowed.where('subject_kind', '=', subjectKind);
  if (actor !== undefined) narrowed = narrowed.where('actor', '=', actor);
  if (since !== undefined) narrowed = narrowed.where('at', '>=', since.toISOString());
  if (subject === undefined) return narrowed;
  return narrowed.where(({ or, eb }) => or([eb('subject', '=', subject), eb('subject_id', '=', subject)]));
}

/**
 * Numbers are in the order of times unless a clock was set back, so that the first number since a time bounds
 * what is read in the order of numbers. It is the only bound from below: SQLite would use but one. With `+ 0`
 * it is looked up by time; without, SQLite would go through the numbers from the first.
 */
function firstNumber({ since }: AuditFilter): RawBuilder<number> | number {
  if (since === undefined) return FIRST;
  const time = since.toISOString();
  return sql<number>`(select min(number + 0) from audit_log where at >= ${time} and number >= ${FIRST})`;
}

/**
 * Adds an entry inside a transaction, which has the log for itself until its end: no two entries take the same place.
 *
 * @param project the project that it is about, where that does not follow from what was changed
 */
export async function appendAudit(
  transaction: Kysely<Database>,
  entry: NewAuditEntry,
  project?: ProjectId | null,
): Promise<void> {
  await capabilitiesOf(transaction).lock(transaction, ['audit']);
  const last = await lastMark(transaction);
  const number = (last?.number ?? 0) + 1;
  const previousHash = last?.hash ?? FIRST_HASH;
  const kept = asKept(entry);
  const hash = auditHash(number, previousHash, kept);
  await transaction
    .insertInto('audit_log')
    .values({ ...auditToRow({ ...kept, number, previousHash, hash }), project_id: projectOf(entry, project) })
    .execute();
}

/** The end of the chain, which all see, whatever entries they may read. */
async function lastMark(
  transaction: Kysely<Database>,
): Promise<{ readonly number: number; readonly hash: string } | undefined> {
  const { rows } = await sql<{ number: number; hash: string }>`
    select number, hash from audit_marks where number between ${FIRST} and ${LAST} order by number desc limit 1
  `.execute(transaction);
  return rows[0];
}

/** The project that is said, else that of what was changed. */
function projectOf(
  { subject }: NewAuditEntry,
  said: ProjectId | null | undefined,
): RawBuilder<string | null> {
  if (said !== undefined) return sql`${said}`;
  if (subject.id === null) return sql`null`;
  return sql`coalesce(
    (select project_id from prompts where id = ${subject.id}),
    (select project_id from executions where id = ${subject.id}),
    (select project_id from orchestration_sessions where id = ${subject.id}),
    (select project_id from batches where id = ${subject.id}),
    (select project_id from runs where id = ${subject.id})
  )`;
}

/** The entry as it will be read again: JSON knows neither dates nor what is undefined. */
function asKept(entry: NewAuditEntry): NewAuditEntry {
  return { ...entry, before: throughJson(entry.before), after: throughJson(entry.after) };
}

function throughJson(value: unknown): unknown {
  return value === null || value === undefined ? null : JSON.parse(JSON.stringify(value));
}
