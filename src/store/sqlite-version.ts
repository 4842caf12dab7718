import { sql } from 'kysely';
import { openStoreAsItIs } from './open-store.js';

/** The version of the SQLite that comes with this program; fails when its binary does not run here. */
export async function sqliteVersion(): Promise<string> {
  const store = await openStoreAsItIs(':memory:');
  try {
    const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(
      store.database,
    );
    return rows[0]?.version ?? '';
  } finally {
    await store.close();
  }
}
