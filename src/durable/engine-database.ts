import { defaults, Pool } from 'pg';
import { systemUser } from '../base/system-user.js';
import { readServerAddress, type ServerAddress } from '../store/dialects/server-address.js';

/** Where the engine keeps its own affairs: a schema beside the store's, in the same database. */
export interface EngineDatabase extends ServerAddress {
  /** The schema of the store that it belongs to, which keeps the locks of two stores apart. */
  readonly store: string;
}

/**
 * @param address of the store
 * @throws StoreAddressError when it is none
 * @example engineDatabase('postgres://ann@db/work').schema === 'prompt_runner_dbos'
 */
export function engineDatabase(address: string): EngineDatabase {
  const { connectionString, schema } = readServerAddress(address);
  // As libpq does it; the driver looks into USER only, which is not set where no one logged in.
  defaults.user ??= systemUser();
  return { connectionString, schema: `${schema}_dbos`, store: schema };
}

/** @param most connections at a time */
export function enginePool({ connectionString }: EngineDatabase, most: number): Pool {
  const pool = new Pool({
    connectionString,
    max: most,
    connectionTimeoutMillis: 10_000,
    application_name: 'prompt-runner workers',
    keepAlive: true,
  });
  // A connection that breaks is replaced; unheard, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
