import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { executionsOf } from '../execution/execution-records.js';
import { haveAsked, requireAskers } from './asked-by.js';
import { type BatchDeps, followerOf } from './batch-deps.js';
import { newBatchInput } from './batch-input.js';
import { batchAsItIs } from './find-batch.js';
import { loadRows, newBatch } from './new-batch.js';
import { nextOf } from './next-command.js';
import type { BatchRunOutput } from './outputs.js';
import { batchView } from './views/batch-view.js';

/**
 * Asks a prompt once for each row of some data. All rows are read first, then asked; every call is on record before it
 * is made, and every answer when it comes, so that the batch goes on where it was whatever happens.
 *
 * @throws NotAllowedError in a workspace without the database
 * @throws NotFoundError, AmbiguousReferenceError for the prompt
 * @throws VariablesMissingError when the first row lacks variables: nothing is on record then
 * @throws InvalidInputError for data without a row; what reading it throws
 * @throws LoadInterruptedError when it is ended while the rows are read: nothing is left of it then
 * @throws ModelNotChosenError, ModelUnknownError, KeyMissingError before anything is on record
 * @throws WorkersNeedServerError, EngineMissingError, EngineRightsError before that, when workers are to ask
 */
export const runBatch = guarded(
  needs.runBatch,
  newBatchInput,
  async (deps: BatchDeps, given): Promise<BatchRunOutput> => {
    await requireAskers(deps, given);
    const { batch, rows, warnings } = await newBatch(deps, given);
    const { batchJournal } = executionsOf(deps);
    await batchJournal.create(batch);
    const follower = followerOf(deps);
    follower.onBegin?.(await batchView(deps, batch));
    await loadRows(deps, batch, rows);
    await haveAsked(deps, await batchAsItIs(deps, batch), given);
    const after = await batchAsItIs(deps, batch);
    return { batch: await batchView(deps, after), warnings: [...warnings], next: nextOf(after) };
  },
);
