import { systemClock } from '../base/clock.js';
import type { WorkerId } from '../base/ids.js';
import { repeatedly } from '../operations/batch/repeatedly.js';
import type { LaunchedEngine, PieceWork } from '../operations/worker/durable-engine.js';
import { ClientQueue } from './client-queue.js';
import { QUEUES, WORKFLOWS } from './contract.js';
import { type EngineDatabase, enginePool } from './engine-database.js';
import { inLaunchTurn, launchDbos } from './engine-tables.js';
import { forgetFinished } from './forget-finished.js';
import type { Dbos } from './load-dbos.js';
import { pieceTaker } from './piece-taker.js';
import { Presence } from './presence.js';
import { QueueToBe } from './queue-to-be.js';
import { recoverPieces } from './recovery-guard.js';

/** How often a worker looks whether others are gone. */
const GUARD_MS = 2000;
const CONNECTIONS = 10;
/** What is at work may take as long as it likes: somebody who does not want to wait ends the process. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** What is to be closed when a worker ends, the last opened first. */
type Closing = (() => Promise<void>)[];

/**
 * Begins to take pieces out as a worker.
 *
 * @throws EngineRightsError, EngineFailedError; nothing is left open then
 */
export async function launchWorker(
  dbos: Dbos,
  database: EngineDatabase,
  worker: WorkerId,
  work: PieceWork,
): Promise<LaunchedEngine> {
  const closing: Closing = [];
  try {
    return await launch(dbos, { database, worker, work }, closing);
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

interface WorkerPlace {
  readonly database: EngineDatabase;
  readonly worker: WorkerId;
  readonly work: PieceWork;
}

async function launch(
  dbos: Dbos,
  { database, worker, work }: WorkerPlace,
  closing: Closing,
): Promise<LaunchedEngine> {
  const { DBOS } = dbos;
  const pool = enginePool(database, CONNECTIONS);
  closing.unshift(() => pool.end());
  const presence = await Presence.show(database, worker);
  closing.unshift(() => presence.close());
  const queue = new QueueToBe();
  const take = pieceTaker(DBOS, queue, work);
  for (const name of Object.values(WORKFLOWS)) DBOS.registerWorkflow((id: string) => take(id), { name });
  closing.unshift(() => DBOS.shutdown({ workflowCompletionTimeoutMS: LONGEST_WAIT_MS, deregister: true }));
  const note = (message: string) => work.log(message);
  await inLaunchTurn(database, async () => {
    await launchDbos(dbos, { database, pool, executor: worker, note }, Object.values(QUEUES));
    const opened = await ClientQueue.open(dbos, database);
    queue.is(opened);
    // Behind the end of what is at work, which may still put something in.
    closing.push(() => opened.close());
  });
  const stopGuard = repeatedly(() => watchOthers(dbos, presence, worker, work), GUARD_MS);
  closing.unshift(async () => stopGuard());
  await forgetFinished(dbos, systemClock);
  return {
    lost: presence.lost,
    isIdle: () => isIdle(dbos),
    close: () => closeAll(closing),
  };
}

async function closeAll(closing: Closing): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

/** A server that is away for a moment is asked again the next time. */
async function watchOthers(dbos: Dbos, presence: Presence, self: WorkerId, work: PieceWork): Promise<void> {
  try {
    await recoverPieces({ dbos: dbos.DBOS, presence, self, work });
  } catch (error) {
    work.log(
      `Whether other workers are gone could not be seen: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** What others are at, and what is put off, is not waited for. */
async function isIdle({ DBOS }: Dbos): Promise<boolean> {
  const waiting = await DBOS.listQueuedWorkflows({
    status: 'ENQUEUED',
    loadInput: false,
    loadOutput: false,
    limit: 1,
  });
  return waiting.length === 0;
}
