import { type Kysely, sql, type Transaction } from 'kysely';
import type { Clock } from '../base/clock.js';
import { currentSchema } from './current-schema.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { withBackup } from './dialects/sqlite-fault.js';
import { SchemaNumberError, StoreTooNewError, StoreUnavailableError } from './errors.js';
import { migrations } from './migrations/index.js';
import type { Loss } from './migrations/loss.js';
import type { Migration } from './migrations/migration.js';
import { requireOwnFile } from './require-own-file.js';
import type { Database } from './schema.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { inTransaction } from './transaction.js';

export interface SchemaChange {
  readonly from: number;
  readonly to: number;
  readonly applied: readonly string[];
}

/**
 * Brings the schema to a number, up or down, in one transaction that holds the write lock: two processes
 * that migrate at once do it once, and a process killed in the middle leaves the schema as it was.
 *
 * @param target a migration's number; 0 is the empty schema
 * @throws SchemaNumberError when there is no such number
 * @throws StoreTooNewError when the store is newer than this program
 * @throws StoreUnavailableError when the file is the database of another program
 */
export async function migrateTo(
  database: Kysely<Database>,
  location: string,
  target: number,
  clock: Clock,
): Promise<SchemaChange> {
  requireSchemaNumber(target);
  return inTransaction(database, ['store'], (transaction) => migrateIn(transaction, location, target, clock));
}

/** The same in a transaction that has all of the store, for those who do more in it. */
export async function migrateIn(
  transaction: Transaction<Database>,
  location: string,
  target: number,
  clock: Clock,
): Promise<SchemaChange> {
  await capabilitiesOf(transaction).makePlace(transaction);
  await createLedger(transaction);
  const from = await currentSchema(transaction);
  if (from === 0) await requireOwnFile(transaction, location);
  if (from > SCHEMA_VERSION) throw new StoreTooNewError(location, from, SCHEMA_VERSION);
  const path = wayTo(target, from);
  try {
    for (const migration of path) {
      await (target >= from ? apply(transaction, migration, clock) : takeBack(transaction, migration));
    }
  } catch (error) {
    throw isThereAlready(error) ? otherTables(location, from, error) : error;
  }
  return { from, to: target, applied: path.map(({ name }) => name) };
}

function isThereAlready(error: unknown): error is Error {
  return error instanceof Error && /already exists|duplicate column/.test(error.message);
}

/** Which schema a store has is written in it, too, and may be damaged. */
function otherTables(location: string, schema: number, cause: Error): StoreUnavailableError {
  return new StoreUnavailableError(
    'STORE_DAMAGED',
    `The store ${location} is damaged: its tables are not those of schema ${schema}, which it says it has (${cause.message}).`,
    { hint: withBackup('Keep it as it is, and put a backup in its place.', location) },
    cause,
  );
}

/**
 * What the way down to a schema would lose for good: nothing, where it can be made again.
 *
 * @param database a store whose schema this program knows
 */
export async function lossesOnTheWayTo(database: Kysely<Database>, target: number): Promise<readonly Loss[]> {
  const from = await currentSchema(database);
  if (target >= from) return [];
  const losses: Loss[] = [];
  for (const migration of wayTo(target, from)) {
    losses.push(...(await migration.losses(database)));
  }
  const areWhole = new Set(losses.flatMap(({ table, column }) => (column === null ? [table] : [])));
  return losses.filter(({ table, column }) => column === null || !areWhole.has(table));
}

/** The migrations between two schemas, in the order in which they are done. */
function wayTo(target: number, from: number): readonly Migration[] {
  return target >= from ? migrations.slice(from, target) : migrations.slice(target, from).reverse();
}

/** @throws SchemaNumberError when this program knows no such schema */
export function requireSchemaNumber(target: number): void {
  if (Number.isInteger(target) && target >= 0 && target <= SCHEMA_VERSION) return;
  throw new SchemaNumberError(
    `There is no schema ${target}; the numbers go from 0 (empty) to ${SCHEMA_VERSION}.`,
    {
      next: 'prompt-runner db history',
    },
  );
}

async function createLedger(database: Kysely<Database>): Promise<void> {
  await database.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
}

async function apply(database: Kysely<Database>, migration: Migration, clock: Clock): Promise<void> {
  await migration.up(database);
  await database
    .insertInto('schema_migrations')
    .values({ number: migration.number, name: migration.name, applied_at: clock.now().toISOString() })
    .execute();
}

async function takeBack(database: Kysely<Database>, migration: Migration): Promise<void> {
  await migration.down(database);
  await sql`delete from schema_migrations where number = ${migration.number}`.execute(database);
}
