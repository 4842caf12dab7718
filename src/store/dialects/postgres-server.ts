import { defaults, Pool, type PoolClient, types } from 'pg';
import { systemUser } from '../../base/system-user.js';
import { withoutPassword } from '../../base/text/without-password.js';
import { asPostgresFault, isPostgresConflict } from './postgres-fault.js';
import { readServerAddress } from './server-address.js';

/** A process needs few: one writes, some read meanwhile. */
const MOST_CONNECTIONS = 5;
const CONNECT_PATIENCE_MS = 10_000;
/** How often a server that was there is asked for a connection, with pauses that double: about three seconds. */
const MOST_TRIES = 6;
const FIRST_PAUSE_MS = 100;

/** Compiling what policies add to a query takes longer than running it. */
const WITHOUT_JIT = 'set jit to off';

/** Numbers that the driver would give as text: counts, sums, money in thousand-millionths. All are safe integers. */
const INT8 = 20;
const NUMERIC = 1700;

/** Connections to the database that an address names. */
export class PostgresServer {
  /** The address without its password, as messages name it. */
  readonly location: string;
  readonly schema: string;
  readonly #pool: Pool;
  readonly #ready = new WeakSet<PoolClient>();
  #wasReached = false;

  /**
   * @param address `postgres://user:password@host:port/database?schema=name`, with what else libpq's addresses
   * have, such as `sslmode`
   * @throws StoreAddressError when it is none
   */
  constructor(address: string) {
    // As libpq does it; the driver looks into USER only, which is not set where no one logged in.
    defaults.user ??= systemUser();
    const { connectionString, schema } = readServerAddress(address);
    this.location = withoutPassword(address);
    this.schema = schema;
    this.#pool = new Pool({
      connectionString,
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_PATIENCE_MS,
      application_name: 'prompt-runner',
      keepAlive: true,
      // Statements that are said without waiting in between go out together.
      pipeline: true,
      types: { getTypeParser: parserFor },
    });
    // A connection that breaks while nobody uses it is replaced by the pool; unheard, it would end the process.
    this.#pool.on('error', () => {});
    // And one that breaks between two statements of its user tells at the next.
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  /**
   * A connection. A server that was there before is waited for, such as while it is started anew: what is under
   * way may have written a part of what it has to. One that never answered is an error at once.
   *
   * @throws StoreUnavailableError when the server does not let us in
   */
  async connect(): Promise<PoolClient> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#connectOnce();
      } catch (error) {
        const fault = asPostgresFault(error, this.location);
        if (!this.#wasReached || tries === MOST_TRIES || !isPostgresConflict(fault)) throw fault;
      }
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (tries - 1)));
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }

  async #connectOnce(): Promise<PoolClient> {
    const client = await this.#pool.connect();
    this.#wasReached = true;
    if (!this.#ready.has(client)) await this.#prepare(client);
    return client;
  }

  /** By a statement, because a pooler between us and the server may not pass on settings of the connection. */
  async #prepare(client: PoolClient): Promise<void> {
    try {
      await client.query(`set search_path to ${client.escapeIdentifier(this.schema)}; ${WITHOUT_JIT}`);
      this.#ready.add(client);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

function parserFor(type: number, format?: 'text' | 'binary') {
  if (format !== 'binary' && (type === INT8 || type === NUMERIC)) return Number;
  return types.getTypeParser(type, format);
}
