import type { WorkerId } from '../base/ids.js';
import { sleep } from '../base/sleep.js';
import type { EngineDatabase } from './engine-database.js';
import { LockSession } from './lock-session.js';

const PAUSE_MS = 500;
/** So long a server may be away, such as while it is started anew. */
const PATIENCE_MS = 30_000;

/** The lock that a worker has as long as it is there. */
export function presenceLock(worker: WorkerId): string {
  return `worker:${worker}`;
}

/**
 * Shows that a worker is there, by a lock of a connection of its own. When that breaks, another is made; others may take
 * the worker for dead meanwhile, which it notices by its row.
 */
export class Presence {
  readonly #database: EngineDatabase;
  readonly #worker: WorkerId;
  readonly #lost = new AbortController();
  readonly #closing = new AbortController();
  #session: LockSession | null = null;

  private constructor(database: EngineDatabase, worker: WorkerId) {
    this.#database = database;
    this.#worker = worker;
  }

  static async show(database: EngineDatabase, worker: WorkerId): Promise<Presence> {
    const presence = new Presence(database, worker);
    await presence.#take();
    return presence;
  }

  /** Aborted when the lock is lost for good. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** The connection with the lock; null while there is none. */
  get session(): LockSession | null {
    return this.#session;
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('the worker ends'));
    const session = this.#session;
    this.#session = null;
    await session?.close();
  }

  async #take(): Promise<void> {
    const session = await LockSession.open(this.#database, () => void this.#takeAgain());
    try {
      // Somebody who looks whether we are there has it for a moment.
      await session.take(presenceLock(this.#worker));
    } catch (error) {
      await session.close().catch(() => {});
      throw error;
    }
    if (!session.isOpen) throw new Error('the connection broke as it was made');
    this.#session = session;
  }

  /** One at a time: a connection that breaks while it is made is told of, too. */
  async #takeAgain(): Promise<void> {
    if (this.#session === null) return;
    this.#session = null;
    const until = performance.now() + PATIENCE_MS;
    while (!this.#closing.signal.aborted && performance.now() < until) {
      try {
        return await this.#take();
      } catch {
        await sleep(PAUSE_MS, this.#closing.signal).catch(() => {});
      }
    }
    if (!this.#closing.signal.aborted) this.#lost.abort(new Error('the connection to the server is lost'));
  }
}
