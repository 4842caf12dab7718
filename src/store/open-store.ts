import { existsSync } from 'node:fs';
import type { Clock } from '../base/clock.js';
import { isAddress } from '../base/text/is-address.js';
import { withoutPassword } from '../base/text/without-password.js';
import { currentSchema } from './current-schema.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { openSqlite, openSqliteToRead, type SqliteConnection } from './dialects/sqlite-connection.js';
import { SqliteFileDialect } from './dialects/sqlite-dialect.js';
import { StoreOutdatedError, StoreTooNewError, StoreUnsupportedError } from './errors.js';
import { requireLetIn } from './require-let-in.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { Store } from './store.js';

/**
 * Opens a store. A file's schema is brought up to date, because it has nobody else to do it, after a backup. A
 * server's is not: it changes for all who use it, when somebody says so.
 *
 * @param location a file path, `:memory:`, or `postgres://user@host/database`
 * @throws StoreUnavailableError when it cannot be used
 * @throws StoreTooNewError when a newer program wrote it
 * @throws StoreOutdatedError when a server's schema is older than this program's
 * @throws StoreClosedToLoginError when a server has it, and lets who logged in see nothing of it
 */
export async function openStore(location: string, clock: Clock): Promise<Store> {
  const store = await openStoreAsItIs(location);
  try {
    const schema = await currentSchema(store.database);
    if (schema > SCHEMA_VERSION) throw new StoreTooNewError(store.location, schema, SCHEMA_VERSION);
    if (schema < SCHEMA_VERSION) await upgrade(store, schema, clock);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Opens a store without touching its schema, for the commands that look at it or change it. */
export async function openStoreAsItIs(location: string): Promise<Store> {
  return isAddress(location) ? openServer(location) : storeOf(await openSqlite(location), location);
}

/**
 * Opens a store to look at it: nothing is made, brought up to date or written.
 *
 * @returns null when there is no such file
 */
export async function openStoreToRead(location: string): Promise<Store | null> {
  if (isAddress(location)) return openServer(location);
  return existsSync(location) ? storeOf(openSqliteToRead(location), location) : null;
}

function storeOf(connection: SqliteConnection, location: string): Store {
  return new Store({
    location,
    dialect: new SqliteFileDialect(connection),
    backupTo: (file) => connection.backupTo(file),
  });
}

/** What talks to a server is loaded only where there is one. */
async function openServer(address: string): Promise<Store> {
  if (!/^postgres(?:ql)?:/i.test(address)) throw new StoreUnsupportedError(withoutPassword(address));
  const { openPostgres } = await import('./dialects/open-postgres.js');
  return new Store(openPostgres(address));
}

async function upgrade(store: Store, schema: number, clock: Clock): Promise<void> {
  if (!capabilitiesOf(store.database).upgradesItself) {
    if (schema === 0) await requireLetIn(store);
    throw new StoreOutdatedError(store.location, schema, SCHEMA_VERSION);
  }
  const { migrateTo } = await import('./schema-upgrade.js');
  if (schema > 0) await store.backupTo?.(backupName(store.location, `schema-${schema}`, clock));
  await migrateTo(store.database, store.location, SCHEMA_VERSION, clock);
}

/**
 * The name of a copy beside a store.
 *
 * @param reason what it shows
 * @example backupName('/data/store.db', 'schema-3', clock) === '/data/store.db.schema-3.2026-11-20T10-00-00-000Z.bak'
 */
export function backupName(location: string, reason: string, clock: Clock, ending = 'bak'): string {
  return `${location}.${reason}.${clock.now().toISOString().replace(/[:.]/g, '-')}.${ending}`;
}
