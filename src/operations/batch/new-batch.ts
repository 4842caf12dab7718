import { newBatchId } from '../../base/ids.js';
import { thisProcess } from '../../base/process/process-identity.js';
import type { Batch, BatchSettings } from '../../engine/batch/batch.js';
import type { DataRow, DataRows } from '../../engine/batch/data-row.js';
import { loadBatch } from '../../engine/batch/load-batch.js';
import { nanoDollars } from '../../engine/execution/dollars.js';
import type { ExecutionRequest } from '../../engine/execution/execution-request.js';
import { writtenModelName } from '../../models/spec/model-name.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import { VariablesMissingError } from '../../prompts/bind-variables.js';
import { reading } from '../access/access.js';
import { executionsOf } from '../execution/execution-records.js';
import { openRequest } from '../execution/run-ports.js';
import { requestOf } from '../execution/run-request.js';
import { InvalidInputError } from '../operation.js';
import { findVersion } from '../prompt/find-prompt.js';
import { givenValues } from '../prompt/rendered-prompt.js';
import { type BatchDeps, followerOf } from './batch-deps.js';
import type { NewBatchInput } from './batch-input.js';
import { type BatchQuestion, keptQuestion } from './batch-question.js';
import { type FoundVersion, type RowRenderer, rowRenderer } from './row-renderer.js';

/** As many as most providers let through at a time. */
const USUAL_CONCURRENCY = 8;

/** A batch that could be asked, and is not on record yet. */
export interface NewBatch {
  readonly batch: Batch;
  /** The same rows, of which the first was looked at. */
  readonly rows: DataRows;
  readonly warnings: readonly string[];
}

/**
 * Makes a batch, after everything was looked at that can be wrong with it.
 *
 * @throws NotFoundError, AmbiguousReferenceError for the prompt
 * @throws VariablesMissingError when the first row lacks variables
 * @throws InvalidInputError for data without a row; what reading it throws
 * @throws ModelNotChosenError, ModelUnknownError, KeyMissingError
 */
export async function newBatch(deps: BatchDeps, given: NewBatchInput): Promise<NewBatch> {
  const { batch, renderer, warnings } = await prepared(deps, given);
  return { batch, rows: await checkedRows(given.rows, renderer), warnings };
}

/**
 * Reads all rows of a batch that is on record; from then on it runs. Not all rows are known of a batch whose reading
 * breaks off: there is nothing to keep of it.
 *
 * @throws LoadInterruptedError; what reading the rows throws
 */
export async function loadRows(deps: BatchDeps, batch: Batch, rows: DataRows): Promise<void> {
  const { batchJournal } = executionsOf(deps);
  const now = () => deps.clock.now();
  const loader = batch.loader ?? thisProcess();
  try {
    await loadBatch({ journal: batchJournal, now }, batch, loader, rows, followerOf(deps).drain);
  } catch (error) {
    await batchJournal.discard(batch.id);
    throw error;
  }
}

/** The user's own file may allow fewer calls at a time than are asked for. */
function limitWarnings({ name, limits }: OpenModel, { concurrency = 0 }: NewBatchInput): string[] {
  if (limits.concurrencyIs === 'usual' || limits.concurrency >= concurrency) return [];
  const most = limits.concurrency === 1 ? '1 call' : `${limits.concurrency} calls`;
  return [`models.yaml allows ${name.provider} ${most} at a time, so that there are no more.`];
}

interface PreparedBatch {
  readonly batch: Batch;
  readonly renderer: RowRenderer;
  readonly warnings: readonly string[];
}

async function prepared(deps: BatchDeps, given: NewBatchInput): Promise<PreparedBatch> {
  const found = await findVersion(reading(deps), given.prompt);
  const { request, warnings } = await askedAs(deps, given, found);
  const { model } = await openRequest(deps, request, given.timeoutSeconds);
  const question = await questionFor(given, found, request);
  const renderer = await rowRenderer(deps, found, question);
  const surplus = renderer.surplus.map((name) => `The prompt has no variable ${name}.`);
  return {
    batch: batchOf(deps, given, request, question),
    renderer,
    warnings: [...warnings, ...surplus, ...limitWarnings(model, given)],
  };
}

/** The request of every row, but for its messages. */
function askedAs(deps: BatchDeps, given: NewBatchInput, { prompt, version }: FoundVersion) {
  const question = {
    prompt: { version: version.id, reference: `${prompt.name}@${version.number}` },
    messages: [],
    settings: version.content.settings,
    warnings: [],
  };
  return requestOf(deps, { ...given, attachments: [] }, question);
}

async function questionFor(
  given: NewBatchInput,
  { prompt, version }: FoundVersion,
  { parameters, responseSchema }: ExecutionRequest,
): Promise<BatchQuestion> {
  return keptQuestion({
    prompt: prompt.id,
    version: version.number,
    system: given.system ?? null,
    values: Object.fromEntries(await givenValues(given)),
    valuesAre: given.rows.valuesAre,
    parameters,
    responseSchema,
    timeoutSeconds: given.timeoutSeconds ?? null,
    fresh: given.fresh,
  });
}

function batchOf(
  { clock, config }: BatchDeps,
  given: NewBatchInput,
  { model, prompt, project }: ExecutionRequest,
  question: BatchQuestion,
): Batch {
  const now = clock.now();
  return {
    id: newBatchId(),
    project,
    name: given.name ?? null,
    prompt: { version: prompt.version, reference: prompt.reference ?? given.prompt },
    model: writtenModelName(model),
    settings: settingsOf(given, question),
    status: 'loading',
    rows: null,
    done: 0,
    failed: 0,
    spent: 0,
    reserved: 0,
    loader: thisProcess(),
    problem: null,
    actor: config.values.actor,
    createdAt: now,
    updatedAt: now,
    finishedAt: null,
  };
}

function settingsOf(given: NewBatchInput, question: BatchQuestion): BatchSettings {
  return {
    concurrency: given.concurrency ?? USUAL_CONCURRENCY,
    rate: given.rate ?? null,
    maxCost: given.maxCost === undefined ? null : nanoDollars(given.maxCost),
    repeat: given.repeat,
    question,
  };
}

/**
 * The same rows, of which the first was looked at: a variable that it lacks, all of them lack.
 *
 * @throws VariablesMissingError, InvalidInputError when there is no row
 */
async function checkedRows(rows: DataRows, renderer: RowRenderer): Promise<DataRows> {
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) throw new InvalidInputError('The data has no rows: there is nothing to ask.');
  await requireVariables(first.value, renderer);
  async function* all() {
    yield first.value as DataRow;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { valuesAre: rows.valuesAre, [Symbol.asyncIterator]: all };
}

/** Whatever else is wrong with it is its own affair. */
async function requireVariables(row: DataRow, renderer: RowRenderer): Promise<void> {
  if ('fault' in row) return;
  try {
    await renderer.render(row.values);
  } catch (error) {
    if (error instanceof VariablesMissingError) throw error.withRemedy({ hint: HOW_TO_GIVE });
  }
}

const HOW_TO_GIVE =
  'Name columns of the data so; what is the same for all rows is given with --var NAME=VALUE.';
