import { type Kysely, sql } from 'kysely';
import { capabilitiesOf } from './dialects/capabilities.js';
import type { Database } from './schema.js';

/** The number of the newest migration that a database has had; 0 for an empty one. */
export async function currentSchema(database: Kysely<Database>): Promise<number> {
  try {
    const { rows } = await sql<{
      number: number | null;
    }>`select max(number) as number from schema_migrations`.execute(database);
    return rows[0]?.number ?? 0;
  } catch (error) {
    if (capabilitiesOf(database).isMissingTable(error)) return 0;
    throw error;
  }
}

/** When each migration that a database has had was applied, by number. */
export async function appliedMigrations(database: Kysely<Database>): Promise<ReadonlyMap<number, Date>> {
  if ((await currentSchema(database)) === 0) return new Map();
  const rows = await database.selectFrom('schema_migrations').select(['number', 'applied_at']).execute();
  return new Map(rows.map(({ number, applied_at }) => [number, new Date(applied_at)]));
}
