import * as z from 'zod/mini';
import { newWorkerId, type WorkerId } from '../../base/ids.js';
import { onAbort } from '../../base/on-abort.js';
import type { WorkingProcess } from '../../engine/batch/batch-ports.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { repeatedly } from '../batch/repeatedly.js';
import { asWorker } from '../batch/working-process.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import type { LaunchedEngine } from './durable-engine.js';
import { engineOf } from './engine-of.js';
import type { WorkerStartOutput, WorkerView } from './outputs.js';
import { PieceDesk } from './piece-desk.js';
import { Wanted } from './wanted.js';
import { workerView } from './worker-view.js';

/** As many as a worker is given. */
const MOST_PIECES = 8;
const LOOK_MS = 500;

const input = z.object({
  /** Parts of batches at the same time, and as many runs of workflows. */
  concurrency: z._default(z.int().check(z.minimum(1), z.maximum(MOST_PIECES)), MOST_PIECES),
  /** Whether it ends when nothing waits any more. */
  once: z._default(z.boolean(), false),
  /** Whether commands of workflows may run on this machine: whoever starts the worker has to say so. */
  allowCommands: z._default(z.boolean(), false),
});

/** Who follows a worker, and may end it. */
export interface WorkerFollower {
  /** It begins nothing more, leaves the rest to others, and ends when the calls on their way are over. */
  readonly drain: AbortSignal;
  /** It takes pieces from now on. */
  readonly onBegin?: (worker: WorkerView) => void;
  readonly onNote?: (message: string) => void;
  /** What the engine says that hands out work, for whoever looks for a fault. */
  readonly onLog?: (message: string) => void;
}

/** What a worker works with, and who follows it. */
export interface WorkerDeps extends Deps {
  readonly worker: WorkerFollower;
}

/**
 * Works on batches and runs of workflows that are handed out, together with any number of others on any number of
 * machines, until it is drained.
 *
 * @throws WorkersNeedServerError when the store is a file
 * @throws EngineMissingError, EngineRightsError
 * @throws WorkerLostError when the server was lost for good, or others took it for dead
 */
export const startWorker = guarded(
  needs.startWorker,
  input,
  async (given: WorkerDeps, terms): Promise<WorkerStartOutput> => {
    engineOf(given);
    const { workers } = executionsOf(given);
    const deps = { ...given, clock: await workers.clock(given.clock) };
    const id = newWorkerId();
    const wanted = new Wanted(given.worker.drain);
    try {
      return await asWorker(deps, (process) => work(deps, { ...terms, id, process, wanted }), {
        id,
        onWanted: (status) => wanted.hear(status),
      });
    } finally {
      wanted.close();
    }
  },
);

interface WorkTerms extends z.output<typeof input> {
  readonly id: WorkerId;
  readonly process: WorkingProcess;
  readonly wanted: Wanted;
}

async function work(deps: WorkerDeps, terms: WorkTerms): Promise<WorkerStartOutput> {
  const { id, process, wanted, once, concurrency, allowCommands } = terms;
  const { onBegin, onNote = () => {}, onLog = () => {} } = deps.worker;
  const drain = wanted.drain;
  const desk = new PieceDesk({
    deps,
    worker: process,
    most: concurrency,
    allowCommands,
    drain,
    onNote,
    onLog,
  });
  const engine = await engineOf(deps).launch(id, desk);
  try {
    onBegin?.(await viewOf(deps, id));
    await untilWanted(engine, wanted, once);
  } finally {
    await engine.close();
  }
  wanted.requireThere();
  const { part: parts, run: runs } = desk.done;
  return { worker: await viewOf(deps, id), parts, runs, next: 'prompt-runner worker list' };
}

async function viewOf(deps: Deps, id: WorkerId): Promise<WorkerView> {
  const worker = await executionsOf(deps).workers.worker(id);
  if (worker === null) throw new Error(`worker ${id} is not on record`);
  return workerView(worker, deps.clock.now());
}

/** Waits until the worker is to end; one that works once, until nothing waits. */
async function untilWanted(engine: LaunchedEngine, wanted: Wanted, once: boolean): Promise<void> {
  const forget = onAbort(engine.lost, () => wanted.lose('the connection to the server is lost'));
  const stopLooking = repeatedly(async () => {
    if (once && (await engine.isIdle())) wanted.finish();
  }, LOOK_MS);
  await wanted.end;
  stopLooking();
  forget();
}
