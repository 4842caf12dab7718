import { type Kysely, sql } from 'kysely';
import type { Clock } from '../base/clock.js';
import { currentSchema } from './current-schema.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { SchemaNumberError, StoreTooNewError } from './errors.js';
import { migrations } from './migrations/index.js';
import type { Migration } from './migrations/migration.js';
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
 */
export async function migrateTo(
  database: Kysely<Database>,
  location: string,
  target: number,
  clock: Clock,
): Promise<SchemaChange> {
  requireSchemaNumber(target);
  return inTransaction(database, ['store'], async (transaction) => {
    await capabilitiesOf(transaction).makePlace(transaction);
    await createLedger(transaction);
    const from = await currentSchema(transaction);
    if (from > SCHEMA_VERSION) throw new StoreTooNewError(location, from, SCHEMA_VERSION);
    const path = target >= from ? migrations.slice(from, target) : migrations.slice(target, from).reverse();
    for (const migration of path) {
      await (target >= from ? apply(transaction, migration, clock) : takeBack(transaction, migration));
    }
    return { from, to: target, applied: path.map(({ name }) => name) };
  });
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
