import type { StorePlace } from '../store.js';
import { PostgresServerDialect } from './postgres-dialect.js';
import { PostgresServer } from './postgres-server.js';

/**
 * The database that an address names. Nothing is asked of the server yet.
 *
 * @throws StoreAddressError when it is none
 */
export function openPostgres(address: string): StorePlace {
  const server = new PostgresServer(address);
  return { location: server.location, dialect: new PostgresServerDialect(server), backupTo: null };
}
