import * as z from 'zod/mini';
import type { Batch, BatchItem } from '../../engine/batch/batch.js';
import type { ItemHolder } from '../../engine/batch/batch-journal.js';
import type { ItemProblem } from '../../store/batch-store.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { batchReference } from './batch-input.js';
import { findBatch } from './find-batch.js';
import { nextOf } from './next-command.js';
import type { BatchStatusOutput, BatchWorkerView, FailedRowView } from './outputs.js';
import { batchView, problemView } from './views/batch-view.js';
import { isHolderGone } from './working-process.js';

const MOST_FAILURES = 100;

const input = z.object({
  ...batchReference,
  /** How many of the rows that failed are shown. */
  failures: z._default(z.int().check(z.minimum(0), z.maximum(MOST_FAILURES)), MOST_FAILURES),
});

/**
 * How a batch stands: how many rows where, who is at it, what failed, and every call that nobody knows the end of.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const batchStatus = guarded(
  needs.batchStatus,
  input,
  async (deps: Deps, { batch: reference, failures }): Promise<BatchStatusOutput> => {
    const batch = await findBatch(deps, reference);
    const { batches, batchJournal, workers } = executionsOf(deps);
    const holders = await batchJournal.holders(batch.id);
    const now = (await workers.clock(deps.clock)).now();
    const gone = holders.filter((holder) => isHolderGone(holder, now)).map(({ worker }) => worker);
    const known = await batches.ambiguous(batch.id);
    const left = await batches.leftBy(batch.id, gone);
    return {
      batch: await batchView(deps, batch),
      tally: { ...(await batches.tally(batch.id)) },
      workers: holders.map((holder) => workerView(holder, now)),
      problems: (await batches.problems(batch.id)).map(problemGroup),
      failures: (await batches.items(batch.id, 'failed', failures)).map(failedView),
      ambiguous: [...known, ...left].map(({ at, ...call }) => ({ ...call, startedAt: at })),
      next: isLeft(batch, holders.length - gone.length)
        ? `prompt-runner batch resume ${batch.id}`
        : nextOf(batch),
    };
  },
);

/** Whether it should be running, and nobody is at it. */
function isLeft({ status }: Batch, present: number): boolean {
  return status === 'running' && present === 0;
}

function workerView(holder: ItemHolder, now: Date): BatchWorkerView {
  const { worker, process, claimed, seenAt } = holder;
  const status = isHolderGone(holder, now) ? 'gone' : holder.status;
  return { id: worker, host: process.host, pid: process.pid, status, claimed, seenAt };
}

function problemGroup({ count, first }: ItemProblem): BatchStatusOutput['problems'][number] {
  const view = failedView(first);
  return { code: view.problem.code, rows: count, first: view };
}

function failedView({ position, row, repetition, execution, problem }: BatchItem): FailedRowView {
  return {
    position,
    row,
    repetition,
    execution,
    problem: problemView(problem ?? { code: 'unexpected', message: 'It failed.' }),
  };
}
