import { PromptRunnerError, type Remedy } from '../../base/errors.js';
import type { BatchId } from '../../base/ids.js';
import type { BatchStatus } from './batch.js';

const remedies: Readonly<Record<BatchStatus, (id: BatchId) => Remedy>> = {
  loading: (id) => ({
    hint: 'Its rows are being read. If the process that did is gone, not all are known: cancel it, and begin anew.',
    next: `prompt-runner batch cancel ${id}`,
  }),
  running: (id) => ({ next: `prompt-runner batch status ${id}` }),
  paused: (id) => ({ next: `prompt-runner batch resume ${id}` }),
  completed: (id) => ({
    hint: 'Rows that failed can be tried again.',
    next: `prompt-runner batch retry ${id}`,
  }),
  cancelled: (id) => ({
    hint: 'What was answered before is kept.',
    next: `prompt-runner batch results ${id}`,
  }),
};

/** Somebody ended the reading of the rows: not all of them are known. */
export class LoadInterruptedError extends PromptRunnerError {
  readonly code = 'BATCH_LOAD_INTERRUPTED';
  readonly kind = 'interrupted';

  constructor() {
    super('The rows were not read to the end, and none was asked.', {
      hint: 'Nothing is kept of the batch; begin it anew.',
    });
  }
}

/** A batch is not in the state that something takes. */
export class BatchStateError extends PromptRunnerError {
  readonly code = 'BATCH_STATE';
  readonly kind = 'not-allowed';

  /** @param wanted what cannot be done: `resumed` */
  constructor(id: BatchId, status: BatchStatus, wanted: string) {
    super(`Batch ${id} is ${status}, and cannot be ${wanted}.`, remedies[status](id));
  }
}
