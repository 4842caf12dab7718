import type { WorkerId } from '../base/ids.js';
import type { PieceWork } from '../operations/worker/durable-engine.js';
import type { Dbos } from './load-dbos.js';
import { type Presence, presenceLock } from './presence.js';

/** More pieces are not at work at the same time, or their turn comes at the next look. */
const MOST_LOOKED_AT = 1000;

interface GuardPorts {
  readonly dbos: Dbos['DBOS'];
  readonly presence: Presence;
  readonly self: WorkerId;
  readonly work: Pick<PieceWork, 'gone' | 'note'>;
}

/** A piece that a worker has. */
interface Held {
  readonly id: string;
  readonly queue: string;
}

/**
 * Hands out again what workers had that are gone: those whose lock is free, wherever they were. Any worker may do so for
 * any other; whoever does has the lock meanwhile, so that it is done once.
 */
export async function recoverPieces({ dbos, presence, self, work }: GuardPorts): Promise<void> {
  for (const [worker, held] of await heldByOthers(dbos, self)) {
    const { session } = presence;
    if (session === null) return;
    const lock = presenceLock(worker);
    if (!(await session.tryTake(lock))) continue;
    try {
      await work.gone(worker);
      await handOutAgain(dbos, held);
      work.note(`Worker ${worker} is gone; what it had is handed out again.`);
    } finally {
      await session.free(lock);
    }
  }
}

async function heldByOthers(dbos: Dbos['DBOS'], self: WorkerId): Promise<ReadonlyMap<WorkerId, Held[]>> {
  const pending = await dbos.listWorkflows({
    status: 'PENDING',
    queuesOnly: true,
    loadInput: false,
    loadOutput: false,
    limit: MOST_LOOKED_AT,
  });
  const byWorker = new Map<WorkerId, Held[]>();
  for (const { workflowID: id, executorId, queueName: queue } of pending) {
    if (executorId === undefined || executorId === self || queue === undefined) continue;
    // Executors of ours are workers.
    const worker = executorId as WorkerId;
    byWorker.set(worker, [...(byWorker.get(worker) ?? []), { id, queue }]);
  }
  return byWorker;
}

/** Where each waited before: otherwise nobody's limits would hold for it. */
async function handOutAgain(dbos: Dbos['DBOS'], held: readonly Held[]): Promise<void> {
  for (const queueName of new Set(held.map(({ queue }) => queue))) {
    const ids = held.filter(({ queue }) => queue === queueName).map(({ id }) => id);
    await dbos.resumeWorkflows(ids, { queueName });
  }
}
