import { type Kysely, sql, type Transaction } from 'kysely';
import type { Clock } from '../../base/clock.js';
import { readingAhead } from '../../base/reading-ahead.js';
import { currentSchema } from '../current-schema.js';
import { type Upkeep, upkeepOf } from '../dialects/upkeep.js';
import { StoreOutdatedError, StoreTooNewError } from '../errors.js';
import { indexAllPrompts } from '../prompt-index-all.js';
import type { Database } from '../schema.js';
import { migrateIn } from '../schema-upgrade.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';
import { designOf, recordTables, type TableDesign } from '../table-design.js';
import { inTransaction } from '../transaction.js';
import { damaged, StoreNotEmptyError } from './errors.js';
import type { ReportRows, TableRows } from './table-rows.js';

/** Rows to be taken in. */
export interface RowSource {
  /** A file, for messages. */
  readonly name: string;
  /** What is in it, of the newest schema; from the beginning each time. */
  rows(): AsyncIterable<TableRows>;
}

export interface Intake {
  readonly clock: Clock;
  /**
   * Keeps what is there before it is replaced, and says under what name; it is called while nobody else can write.
   * Null where what is there must not be replaced.
   */
  readonly keep: (() => Promise<string | null>) | null;
  readonly report?: ReportRows;
}

export interface TakenIn {
  readonly rows: number;
  /** Where what was there before is now; null when nothing was, or it was not kept. */
  readonly kept: string | null;
}

/**
 * Puts rows into a store, in the place of what is there: all of them or none, in one transaction that has the store
 * for itself. Others who have it open wait, and then see what is new. What can be made from the rows is made: the
 * search index of prompts at once, that of executions when somebody searches.
 *
 * @throws StoreNotEmptyError when something is there that must not be replaced
 * @throws StoreTooNewError when a newer program wrote it
 * @throws StoreOutdatedError when the schema is older than this program's, unless it is empty
 * @throws ArchiveError when the rows do not fit together
 */
export async function takeIn(store: Store, source: RowSource, intake: Intake): Promise<TakenIn> {
  const upkeep = await upkeepOf(store.database);
  const work = () => takeInWith(upkeep, store, source, intake);
  return (await hasRows(store)) ? work() : upkeep.fillingEmpty(store.database, work);
}

async function takeInWith(upkeep: Upkeep, store: Store, source: RowSource, intake: Intake): Promise<TakenIn> {
  const { tables } = await designOf(SCHEMA_VERSION);
  return inTransaction(store.database, ['store'], async (transaction) => {
    await requireSchema(transaction, store.location, intake.clock);
    const kept = await makeRoom(transaction, store.location, tables, upkeep, intake);
    const rows = await load(transaction, source, upkeep, intake.report ?? (() => {}));
    await upkeep.countOn(transaction, tables);
    await indexAllPrompts(transaction);
    await markWordsDue(transaction, tables, upkeep);
    return { rows, kept };
  });
}

async function markWordsDue(
  transaction: Transaction<Database>,
  tables: readonly TableDesign[],
  upkeep: Upkeep,
): Promise<void> {
  const due = tables.filter(({ name }) => name === 'execution_words_due');
  const mark = async () => {
    await sql`
      insert into execution_words_due (number)
      select number from executions where status <> 'running' order by number
    `.execute(transaction);
  };
  for (const table of due) await upkeep.filling(transaction, table, mark);
}

/** Nobody uses an empty store yet: it is brought up to date. */
async function requireSchema(
  transaction: Transaction<Database>,
  location: string,
  clock: Clock,
): Promise<void> {
  const { from } = await migrateIn(transaction, location, SCHEMA_VERSION, clock);
  if (from !== 0 && from !== SCHEMA_VERSION) throw new StoreOutdatedError(location, from, SCHEMA_VERSION);
}

async function makeRoom(
  transaction: Transaction<Database>,
  location: string,
  tables: readonly TableDesign[],
  upkeep: Upkeep,
  { keep }: Intake,
): Promise<string | null> {
  if (await isEmpty(transaction)) return null;
  if (keep === null) throw new StoreNotEmptyError(location);
  const kept = await keep();
  await upkeep.empty(
    transaction,
    tables.filter(({ name }) => name !== 'schema_migrations'),
  );
  return kept;
}

/**
 * Whether there is anything in a store, of whatever schema it is.
 * @throws StoreTooNewError when a newer program wrote it
 */
export async function hasRows({ database, location }: Store): Promise<boolean> {
  const schema = await currentSchema(database);
  if (schema > SCHEMA_VERSION) throw new StoreTooNewError(location, schema, SCHEMA_VERSION);
  return schema > 0 && !(await isEmpty(database));
}

/** Whether there is nothing in a store that anybody gave or got. */
export async function isEmpty(database: Kysely<Database>): Promise<boolean> {
  const design = await designOf(await currentSchema(database));
  for (const { name } of recordTables(design)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(database);
    if (rows.length > 0) return false;
  }
  return true;
}

/** Adds the rows of a source; they belong into a transaction. */
export async function load(
  transaction: Transaction<Database>,
  source: RowSource,
  upkeep: Upkeep,
  report: ReportRows,
): Promise<number> {
  let count = 0;
  for await (const { table, batches } of source.rows()) {
    const fill = () =>
      readingAhead(batches, async (batch) => {
        await upkeep.insert(transaction, table, batch);
        count += batch.length;
        report(count);
      });
    await fitting(source, table, upkeep, () => upkeep.filling(transaction, table, fill));
  }
  return count;
}

async function fitting(
  { name }: RowSource,
  table: TableDesign,
  upkeep: Upkeep,
  fill: () => Promise<void>,
): Promise<void> {
  try {
    await fill();
  } catch (error) {
    if (!upkeep.isMisfit(error)) throw error;
    throw damaged(name, `rows of ${table.name} do not fit together with the others`, error);
  }
}
