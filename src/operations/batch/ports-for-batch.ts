import type { Batch } from '../../engine/batch/batch.js';
import type { BatchPorts, ItemRequest } from '../../engine/batch/batch-ports.js';
import { readModelName } from '../../models/spec/model-name.js';
import { ceilingsOf } from '../execution/ceilings.js';
import { executionsOf } from '../execution/execution-records.js';
import { openRequest } from '../execution/run-ports.js';
import { oldestAnswer } from '../execution/run-request.js';
import { withCallsAtATime } from '../execution/with-calls-at-a-time.js';
import type { BatchDeps } from './batch-deps.js';
import { questionOfBatch } from './batch-question.js';
import { repeatedly } from './repeatedly.js';
import { type RowRenderer, rowRenderer, versionOfBatch } from './row-renderer.js';
import { isHolderGone } from './working-process.js';

/**
 * What asking the rows of a batch needs of the world.
 *
 * @throws KeyMissingError, ModelUnknownError, ProviderMissingError when its model cannot be asked from here
 */
export async function portsForBatch(deps: BatchDeps, batch: Batch): Promise<Omit<BatchPorts, 'worker'>> {
  const question = questionOfBatch(batch);
  const base = requestWithoutMessages(deps, batch);
  const { ports, request, model } = await openRequest(
    deps,
    { ...base, place: null },
    question.timeoutSeconds ?? undefined,
  );
  const version = await versionOfBatch(deps, question, batch.prompt.reference);
  const renderer = await rowRenderer(deps, { ...version, asOf: batch.createdAt }, question);
  return {
    journal: executionsOf(deps).batchJournal,
    execution: {
      ...ports,
      models: { open: async () => withCallsAtATime(model, batch.settings.concurrency) },
    },
    requestFor: ({ input }) => filledIn(deps, batch, { ...base, agent: request.agent }, renderer, input),
    isGone: isHolderGone,
    repeatedly,
  };
}

/** The day may have ended since the row before. */
async function filledIn(
  deps: BatchDeps,
  { settings }: Batch,
  base: ItemRequest,
  renderer: RowRenderer,
  input: Parameters<RowRenderer['render']>[0],
): Promise<ItemRequest> {
  const ceilings = ceilingsOf(deps, { batch: settings.maxCost });
  return { ...base, ceilings, messages: await renderer.render(input) };
}

/** What is asked twice is meant to be answered twice. */
function requestWithoutMessages(deps: BatchDeps, batch: Batch): ItemRequest {
  const { parameters, responseSchema, fresh } = questionOfBatch(batch);
  const { maxCost, repeat } = batch.settings;
  return {
    model: readModelName(batch.model),
    messages: [],
    parameters,
    responseSchema,
    tools: [],
    agent: null,
    prompt: batch.prompt,
    project: batch.project,
    rerunOf: null,
    ceilings: ceilingsOf(deps, { batch: maxCost }),
    cachedSince: fresh || repeat > 1 ? null : oldestAnswer(deps),
  };
}
