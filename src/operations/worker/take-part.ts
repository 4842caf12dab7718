import { PromptRunnerError } from '../../base/errors.js';
import type { BatchId } from '../../base/ids.js';
import type { Batch } from '../../engine/batch/batch.js';
import type { BatchPorts, BatchWatch, WorkingProcess } from '../../engine/batch/batch-ports.js';
import { problemFrom } from '../../engine/batch/item-outcome.js';
import type { ItemRange } from '../../engine/batch/item-range.js';
import { type BatchEnd, runBatch } from '../../engine/batch/run-batch.js';
import { portsForBatch } from '../batch/ports-for-batch.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { isLacking } from '../model/unless-not-ready.js';
import type { PieceEnd } from './durable-engine.js';
import { SharedLanes } from './shared-lanes.js';
import { LATER, NOT_HERE, NOW } from './when-left.js';

/** What a worker asks parts of batches with. */
export interface PartPorts {
  readonly deps: Deps;
  readonly worker: WorkingProcess;
  readonly watch: BatchWatch;
  note(message: string): void;
}

type Ports = Omit<BatchPorts, 'worker'>;

/** Asks parts of batches, several of a batch at a time within the limits of one. */
export class PartTaker {
  readonly #ports: PartPorts;
  /** What was opened for the batches that are asked, with how many parts use it. */
  readonly #opened = new Map<string, { readonly ports: Promise<Ports>; users: number }>();

  constructor(ports: PartPorts) {
    this.#ports = ports;
  }

  /** Asks what waits in a range, and waits for what others ask there, in case they go. */
  async take(id: BatchId, range: ItemRange): Promise<PieceEnd> {
    const { deps, note } = this.#ports;
    const batch = await executionsOf(deps).batchJournal.batch(id);
    if (batch === null) return NOT_HERE;
    if (batch.status !== 'running') return { is: 'done' };
    try {
      return await this.#ask(batch, range);
    } catch (error) {
      if (isLacking(error)) {
        note(`Batch ${id} is left to other workers: ${error.message}`);
        return NOT_HERE;
      }
      if (error instanceof PromptRunnerError) {
        note(`Batch ${id} is tried again later: ${error.message}`);
        return LATER;
      }
      await this.#giveUp(batch, error);
      return { is: 'done' };
    }
  }

  async #ask(batch: Batch, range: ItemRange): Promise<PieceEnd> {
    const key = `${batch.id} ${batch.updatedAt.getTime()}`;
    const opened = this.#opened.get(key) ?? { ports: this.#open(batch), users: 0 };
    this.#opened.set(key, opened);
    opened.users++;
    try {
      const { worker, watch } = this.#ports;
      const end = await runBatch({ ...(await opened.ports), worker }, batch, watch, range);
      return afterEnd(end);
    } finally {
      opened.users--;
      if (opened.users === 0) this.#opened.delete(key);
    }
  }

  async #open(batch: Batch): Promise<Ports> {
    const { execution, ...ports } = await portsForBatch(this.#ports.deps, batch);
    const limiter = new SharedLanes(execution.limiter, batch.settings.concurrency);
    return { ...ports, execution: { ...execution, limiter } };
  }

  /** A fault of the program: the batch does not go round among the workers with it. */
  async #giveUp({ id }: Batch, error: unknown): Promise<void> {
    const { deps, note } = this.#ports;
    const problem = problemFrom(new UnforeseenError(error));
    await executionsOf(deps).batchJournal.pause(id, problem, deps.clock.now());
    note(`Batch ${id} is paused: ${problem.message}`);
  }
}

function afterEnd(end: BatchEnd): PieceEnd {
  return end.is === 'drained' ? NOW : { is: 'done' };
}

class UnforeseenError extends PromptRunnerError {
  readonly code = 'unexpected';
  readonly kind = 'failed';

  constructor(cause: unknown) {
    super(`The program failed: ${cause instanceof Error ? cause.message : String(cause)}`, {}, { cause });
  }
}
