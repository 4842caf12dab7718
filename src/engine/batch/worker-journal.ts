import type { WorkerId } from '../../base/ids.js';
import type { Worker, WorkerStatus } from './batch.js';

/** Where is kept which processes work. */
export interface WorkerJournal {
  register(worker: Worker): Promise<void>;
  /**
   * Says that a worker is there, with how many calls on their way.
   * @returns what is wanted of it: `draining` when somebody asked it to end
   */
  beat(worker: WorkerId, inFlight: number, at: Date): Promise<WorkerStatus>;
  /** Says good-bye: what it has left may be taken by others at once. */
  stop(worker: WorkerId, at: Date): Promise<void>;
}
