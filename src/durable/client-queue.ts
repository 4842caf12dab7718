import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import type { Pool } from 'pg';
import type { WorkerId } from '../base/ids.js';
import type { Piece, PieceQueue } from '../operations/worker/durable-engine.js';
import {
  APPLICATION,
  CONTRACT,
  LOOK_MS,
  MOST_PARTS_OF_BATCH,
  MOST_PIECES,
  QUEUES,
  WORKFLOWS,
} from './contract.js';
import { type EngineDatabase, enginePool } from './engine-database.js';
import { engineFault } from './engine-tables.js';
import type { Dbos } from './load-dbos.js';
import { LockSession } from './lock-session.js';
import { type PieceTurn, pieceId } from './piece-id.js';
import { presenceLock } from './presence.js';
import { quietLog } from './quiet-log.js';

/** So many are put in at the same time. */
const AT_ONCE = 4;

/** The queues of pieces, for whoever puts some in. */
export class ClientQueue implements PieceQueue {
  readonly #client: DBOSClient;
  readonly #pool: Pool;
  readonly #database: EngineDatabase;

  private constructor(client: DBOSClient, pool: Pool, database: EngineDatabase) {
    this.#client = client;
    this.#pool = pool;
    this.#database = database;
  }

  /**
   * The queues are there before anything is put in. Their limits are the same for all workers.
   *
   * @throws EngineRightsError, EngineFailedError
   */
  static async open({ DBOSClient }: Dbos, database: EngineDatabase): Promise<ClientQueue> {
    const pool = enginePool(database, AT_ONCE);
    try {
      const client = await registered(DBOSClient, pool, database);
      return new ClientQueue(client, pool, database);
    } catch (error) {
      await pool.end();
      throw engineFault(error, database);
    }
  }

  async add(pieces: readonly Piece[], generation: string): Promise<void> {
    const left = pieces.map((piece) => ({ piece, generation, turn: 0 }));
    const lane = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await this.put(next, 0);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  /** @param delaySeconds how long nobody is to get it */
  async put(turn: PieceTurn, delaySeconds: number): Promise<void> {
    const { piece } = turn;
    const id = pieceId(turn);
    await this.#client.enqueue(
      {
        queueName: QUEUES[piece.kind],
        workflowName: WORKFLOWS[piece.kind],
        workflowID: id,
        appVersion: CONTRACT,
        ...(piece.kind === 'part' && { queuePartitionKey: piece.batch }),
        ...(delaySeconds > 0 && { delaySeconds }),
      },
      id,
    );
  }

  /** Forgets pieces that are over. */
  async forget(ids: readonly string[]): Promise<void> {
    await this.#client.deleteWorkflows([...ids]);
  }

  async listening(workers: readonly WorkerId[]): Promise<ReadonlySet<WorkerId>> {
    const session = await LockSession.open(this.#database);
    try {
      const listening = new Set<WorkerId>();
      for (const worker of workers) {
        const lock = presenceLock(worker);
        if (await session.tryTake(lock)) await session.free(lock);
        else listening.add(worker);
      }
      return listening;
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    await this.#client.destroy();
    await this.#pool.end();
  }
}

async function registered(
  Client: Dbos['DBOSClient'],
  pool: Pool,
  { connectionString, schema }: EngineDatabase,
): Promise<DBOSClient> {
  const client = await Client.create({
    systemDatabaseUrl: connectionString,
    systemDatabasePool: pool,
    systemDatabaseSchemaName: schema,
    applicationName: APPLICATION,
    logger: quietLog(),
  });
  const limits = { workerConcurrency: MOST_PIECES, minPollingIntervalMs: LOOK_MS };
  const onConflict = 'always_update';
  await client.registerQueue(QUEUES.run, { ...limits, onConflict });
  const partitionWorkerConcurrency = MOST_PARTS_OF_BATCH;
  await client.registerQueue(QUEUES.part, { ...limits, partitionWorkerConcurrency, onConflict });
  return client;
}
