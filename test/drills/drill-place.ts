import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { systemClock } from '../../src/base/clock.js';
import { openStoreAsItIs } from '../../src/store/open-store.js';
import { migrateTo } from '../../src/store/schema-upgrade.js';
import { SCHEMA_VERSION } from '../../src/store/schema-version.js';

/** Where the commands of a drill run: a folder that is their home, and a store. */
export interface DrillPlace {
  readonly folder: string;
  /** A file's path, or a server's address. */
  readonly db: string;
}

/**
 * Does a drill in a folder of its own, with a store there or in a schema of its own on a server, and takes both
 * away afterwards.
 *
 * @param server the address of a server; null for a file
 */
export async function inDrillPlace<Result>(
  server: string | null,
  work: (place: DrillPlace) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-drill-'));
  try {
    if (server === null) return await work({ folder, db: join(folder, 'store.db') });
    return await inSchema(server, (db) => work({ folder, db }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inSchema<Result>(server: string, work: (db: string) => Promise<Result>): Promise<Result> {
  const address = new URL(server);
  const schema = `drill_${process.pid}_${randomBytes(4).toString('hex')}`;
  address.searchParams.set('schema', schema);
  const db = address.href;
  const store = await openStoreAsItIs(db);
  try {
    await migrateTo(store.database, db, SCHEMA_VERSION, systemClock);
    return await work(db);
  } finally {
    await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(store.database);
    await store.close();
  }
}
