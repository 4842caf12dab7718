import { Client } from 'pg';
import { sleep } from '../base/sleep.js';
import type { EngineDatabase } from './engine-database.js';

const PAUSE_MS = 100;
const never = new AbortController().signal;

/**
 * The server asks every few seconds whether the other end is still there: a machine that loses power says no good-bye,
 * and by itself the server would find out after two hours.
 */
const NOTICED_SOON =
  'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 3; set tcp_keepalives_count = 3';

/**
 * A connection of its own, for advisory locks that last as long as it does: the server lets go of them when the process
 * at its other end is gone, which is the surest sign of that there is
 * (https://www.postgresql.org/docs/current/explicit-locking.html). The names are no others' that use the same database:
 * the store's locks are named otherwise.
 */
export class LockSession {
  readonly #client: Client;
  readonly #store: string;
  #isOpen = false;

  private constructor(client: Client, store: string) {
    this.#client = client;
    this.#store = store;
  }

  /** @param onLost is told once when the connection breaks that was there, and with it all locks */
  static async open(
    { connectionString, store }: EngineDatabase,
    onLost: () => void = () => {},
  ): Promise<LockSession> {
    const client = new Client({
      connectionString,
      application_name: 'prompt-runner locks',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    const session = new LockSession(client, store);
    client.on('error', () => session.#end(onLost));
    client.on('end', () => session.#end(onLost));
    await client.connect();
    session.#isOpen = true;
    await client.query(NOTICED_SOON);
    return session;
  }

  /** Whether the connection is there, and with it the locks. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * Takes a lock as soon as it is free. It is asked for time and again: a statement that waited for it would keep who
   * has it from making indexes, which wait for all statements that are under way, and both would wait for ever.
   */
  async take(name: string): Promise<void> {
    while (!(await this.tryTake(name))) await sleep(PAUSE_MS, never);
  }

  /** @returns false when somebody else has it */
  async tryTake(name: string): Promise<boolean> {
    const { rows } = await this.#client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
      [this.#key(name)],
    );
    return rows[0]?.taken === true;
  }

  async free(name: string): Promise<void> {
    await this.#client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [this.#key(name)]);
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#client.end();
  }

  #key(name: string): string {
    return `${this.#store}:${name}`;
  }

  #end(onLost: () => void): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    onLost();
  }
}
