import type { WorkerId } from '../base/ids.js';
import type {
  DurableEngine,
  LaunchedEngine,
  PieceQueue,
  PieceWork,
} from '../operations/worker/durable-engine.js';
import { ClientQueue } from './client-queue.js';
import { type EngineDatabase, engineDatabase, enginePool } from './engine-database.js';
import { grantTables, hasTables, inLaunchTurn, launchDbos } from './engine-tables.js';
import { launchWorker } from './launch-worker.js';
import { type Dbos, loadDbos } from './load-dbos.js';

const CLIENT_CONNECTIONS = 4;

/**
 * Work handed out by DBOS (https://docs.dbos.dev), in the database of the store. It keeps the ids of pieces and who has
 * them; what comes of them stays in our own tables.
 */
export class DbosEngine implements DurableEngine {
  readonly #database: EngineDatabase;

  /**
   * @param address of the store, a server's
   * @throws StoreAddressError when the address is none
   */
  constructor(address: string) {
    this.#database = engineDatabase(address);
  }

  async prepare(logins: readonly string[]): Promise<void> {
    const dbos = await loadDbos();
    await inLaunchTurn(this.#database, () => this.#makeTables(dbos));
    const pool = enginePool(this.#database, 1);
    try {
      for (const login of logins) await grantTables(pool, this.#database, login);
    } finally {
      await pool.end();
    }
  }

  async openQueue(): Promise<PieceQueue> {
    const dbos = await loadDbos();
    await inLaunchTurn(this.#database, () => this.#needTables(dbos));
    return ClientQueue.open(dbos, this.#database);
  }

  async launch(worker: WorkerId, work: PieceWork): Promise<LaunchedEngine> {
    return launchWorker(await loadDbos(), this.#database, worker, work);
  }

  async #needTables(dbos: Dbos): Promise<void> {
    const pool = enginePool(this.#database, 1);
    try {
      if (!(await hasTables(pool, this.#database))) await this.#makeTables(dbos);
    } finally {
      await pool.end();
    }
  }

  /** The engine makes them when it begins; it is ended again at once. Where it is at work already, they are there. */
  async #makeTables(dbos: Dbos): Promise<void> {
    if (dbos.DBOS.isInitialized()) return;
    const pool = enginePool(this.#database, CLIENT_CONNECTIONS);
    try {
      await launchDbos(dbos, { database: this.#database, pool, executor: 'prepare', note: () => {} }, []);
      await dbos.DBOS.shutdown();
    } finally {
      await pool.end();
    }
  }
}
