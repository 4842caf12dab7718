import { newWorkerId, type WorkerId } from '../../base/ids.js';
import { packageVersion } from '../../base/package-root.js';
import { isProcessGone, thisProcess } from '../../base/process/process-identity.js';
import type { WorkerStatus } from '../../engine/batch/batch.js';
import type { ItemHolder } from '../../engine/batch/batch-journal.js';
import type { WorkingProcess } from '../../engine/batch/batch-ports.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { repeatedly } from './repeatedly.js';

/** How often a worker says that it is there. */
const BEAT_MS = 5000;
/** A process of another machine cannot be asked: it is given up on when it has missed some of them. */
const SILENT_MS = 20_000;

/** Whether a worker is there no more. */
export function isHolderGone(
  { process, status, seenAt }: Pick<ItemHolder, 'process' | 'status' | 'seenAt'>,
  now: Date,
): boolean {
  return status === 'stopped' || isProcessGone(process, now.getTime() - seenAt.getTime() > SILENT_MS);
}

/** Under which id a worker is on record, and who wants to know what is wanted of it. */
interface WorkerTerms {
  /** A new one unless given. */
  readonly id?: WorkerId;
  /** Is told now and then: `draining` when somebody asked it to end, `stopped` when others took it for dead. */
  readonly onWanted?: (wanted: WorkerStatus) => void;
}

/**
 * Does work as a worker that is on record, and says good-bye at its end: what it leaves is taken up by others at
 * once.
 */
export async function asWorker<Result>(
  deps: Deps,
  work: (worker: WorkingProcess) => Promise<Result>,
  { id = newWorkerId(), onWanted = () => {} }: WorkerTerms = {},
): Promise<Result> {
  const { clock, config } = deps;
  const { workers } = executionsOf(deps);
  let inFlight = 0;
  const began = clock.now();
  await workers.register({
    id,
    process: thisProcess(),
    status: 'running',
    inFlight,
    version: packageVersion(),
    actor: config.values.actor,
    startedAt: began,
    seenAt: began,
  });
  const beat = async () => onWanted(await workers.beat(id, inFlight, clock.now()));
  const stopBeating = repeatedly(beat, BEAT_MS);
  try {
    return await work({ id, begin: () => void inFlight++, end: () => void inFlight-- });
  } finally {
    stopBeating();
    await workers.stop(id, clock.now());
  }
}
