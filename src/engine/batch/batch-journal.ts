import type { BatchId, WorkerId } from '../../base/ids.js';
import type { ProcessIdentity } from '../../base/process/process-identity.js';
import type { Batch, BatchProblem, BatchSettings, ClaimedItem, NewItem, WorkerStatus } from './batch.js';
import type { ItemRange } from './item-range.js';

/** Of a batch what changes while it is run. */
export type BatchStanding = Pick<
  Batch,
  'status' | 'rows' | 'done' | 'failed' | 'spent' | 'reserved' | 'problem'
>;

/** A worker that has items of a batch. */
export interface ItemHolder {
  readonly worker: WorkerId;
  readonly process: ProcessIdentity;
  /** Of one that is `stopped`, nothing more is asked. */
  readonly status: WorkerStatus;
  readonly seenAt: Date;
  readonly claimed: number;
}

/**
 * Where batches are kept. Each method is one transaction, durable when it returns. What becomes of the items that are
 * asked is written by the journal of executions, in the transaction that ends their execution.
 */
export interface BatchJournal {
  create(batch: Batch): Promise<void>;
  batch(id: BatchId): Promise<Batch | null>;
  /**
   * Adds items to a batch whose rows are being read.
   * @throws BatchStateError when it is not, or another process reads them
   */
  addItems(batch: BatchId, loader: ProcessIdentity, items: readonly NewItem[], at: Date): Promise<void>;
  /**
   * Says that all rows are there: from now on the batch runs.
   * @throws BatchStateError when it was cancelled meanwhile
   */
  loaded(batch: BatchId, loader: ProcessIdentity, at: Date): Promise<void>;
  /** Takes back a batch whose rows are still being read: nothing was asked, and nothing stays of it. */
  discard(batch: BatchId): Promise<void>;
  /**
   * Takes the next items that wait, which nobody else gets then; none of a batch that does not run.
   *
   * @param within where they are taken from; anywhere unless given
   * @returns in the order of their positions
   */
  claim(
    batch: BatchId,
    worker: WorkerId,
    most: number,
    at: Date,
    within?: ItemRange,
  ): Promise<readonly ClaimedItem[]>;
  /** Whether no item of a range waits, or is being asked. */
  isOver(batch: BatchId, range: ItemRange): Promise<boolean>;
  /** Fails an item that cannot be asked. */
  fail(batch: BatchId, worker: WorkerId, position: number, problem: BatchProblem): Promise<void>;
  /** Gives back what a worker has of a batch and has not begun to ask. */
  giveBack(batch: BatchId, worker: WorkerId, positions: readonly number[]): Promise<void>;
  /** Who has items of a batch. */
  holders(batch: BatchId): Promise<readonly ItemHolder[]>;
  /**
   * Takes back what a worker has that is gone: what it was asking is ambiguous, and waits for another try unless it
   * has used up its calls.
   *
   * @returns how many items
   */
  release(batch: BatchId, worker: WorkerId): Promise<number>;
  /**
   * Reserves the next times at which calls may begin, for all who ask the batch.
   *
   * @param interval microseconds between two
   * @returns the first, in microseconds since 1970
   */
  takeSlots(batch: BatchId, count: number, interval: number, at: Date): Promise<number>;
  /** Stops a batch that runs; does nothing to another. */
  pause(batch: BatchId, problem: BatchProblem | null, at: Date): Promise<void>;
  /**
   * Sets a paused batch to run, on these terms.
   * @throws BatchStateError when it is neither paused nor running
   */
  resume(batch: BatchId, settings: BatchSettings, at: Date): Promise<void>;
  /**
   * Calls a batch off: what waits is never asked.
   *
   * @returns how many items
   * @throws BatchStateError when it is completed
   */
  cancel(batch: BatchId, at: Date): Promise<number>;
  /**
   * Has the items that failed wait for another try, with all their calls, and pauses the batch if it was completed.
   *
   * @returns how many items
   * @throws BatchStateError when it is loading or cancelled
   */
  retry(batch: BatchId, at: Date): Promise<number>;
  /**
   * Says that all is done, if it is.
   * @returns whether it is
   */
  complete(batch: BatchId, at: Date): Promise<boolean>;
}
