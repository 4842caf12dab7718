import { existsSync } from 'node:fs';
import type { Clock } from '../base/clock.js';
import { withoutPassword } from '../base/text/without-password.js';
import { currentSchema } from './current-schema.js';
import { openSqlite, openSqliteToRead } from './dialects/sqlite-connection.js';
import { StoreTooNewError, StoreUnsupportedError } from './errors.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { Store } from './store.js';

/**
 * Opens a store and brings its schema up to date: an embedded store has nobody else to do it. An older
 * store is backed up first.
 *
 * @param location a file path, or `:memory:`
 * @throws StoreUnavailableError when the file cannot be used
 * @throws StoreTooNewError when a newer program wrote it
 */
export async function openStore(location: string, clock: Clock): Promise<Store> {
  const store = await openStoreAsItIs(location);
  try {
    const schema = await currentSchema(store.database);
    if (schema > SCHEMA_VERSION) throw new StoreTooNewError(location, schema, SCHEMA_VERSION);
    if (schema < SCHEMA_VERSION) await upgrade(store, schema, clock);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Opens a store without touching its schema, for the commands that look at it or change it. */
export async function openStoreAsItIs(location: string): Promise<Store> {
  requireFile(location);
  return new Store(await openSqlite(location), location);
}

/**
 * Opens a store to look at it: nothing is made, brought up to date or written.
 *
 * @returns null when there is no such file
 */
export async function openStoreToRead(location: string): Promise<Store | null> {
  requireFile(location);
  return existsSync(location) ? new Store(openSqliteToRead(location), location) : null;
}

/** Whether a location names a server rather than a file. */
export function isAddress(location: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(location);
}

function requireFile(location: string): void {
  if (isAddress(location)) throw new StoreUnsupportedError(withoutPassword(location));
}

async function upgrade(store: Store, schema: number, clock: Clock): Promise<void> {
  const { migrateTo } = await import('./schema-upgrade.js');
  if (schema > 0) await store.backupTo(backupName(store.location, schema, clock));
  await migrateTo(store.database, store.location, SCHEMA_VERSION, clock);
}

/** @example backupName('/data/store.db', 3, clock) === '/data/store.db.schema-3.2026-11-20T10-00-00-000Z.bak' */
export function backupName(location: string, schema: number, clock: Clock): string {
  return `${location}.schema-${schema}.${clock.now().toISOString().replace(/[:.]/g, '-')}.bak`;
}
