import type { Batch } from '../../../engine/batch/batch.js';
import type { DataRow, DataRows } from '../../../engine/batch/data-row.js';
import { ExperimentStateError } from '../../../engine/experiment/errors.js';
import {
  type Experiment,
  type PromptVariant,
  promptVariants,
} from '../../../engine/experiment/experiment.js';
import { isBuiltin } from '../../../prompts/prompt-name.js';
import type { BatchDeps } from '../../batch/batch-deps.js';
import type { NewBatchInput } from '../../batch/batch-input.js';
import { batchAsItIs } from '../../batch/find-batch.js';
import { loadRows, newBatch } from '../../batch/new-batch.js';
import { executionsOf } from '../../execution/execution-records.js';
import { InvalidInputError } from '../../operation.js';
import { experimentCommand } from '../experiment-command.js';
import { rowsOfBatch } from './rows-of-batch.js';

/** What is the same for the batches of all variants. */
export type SharedTerms = Omit<
  NewBatchInput,
  'prompt' | 'name' | 'rows' | 'parameters' | 'fresh' | 'by' | 'detach'
>;

/** The batches of an experiment, a variant each, in their order. */
export interface VariantBatches {
  readonly batches: readonly Batch[];
  readonly warnings: readonly string[];
}

/**
 * Makes a batch for each variant, all over the same rows: the first reads them, the others take them from it. Everything
 * that can be wrong with a variant is found before any is on record. The model is always asked: what is measured of an
 * answer that was there already would say nothing.
 *
 * @throws what `newBatch` and `loadRows` throw
 * @throws ExperimentStateError when somebody else starts it at the same time, or a prompt is another one by now
 */
export async function startBatches(
  deps: BatchDeps,
  experiment: Experiment,
  rows: DataRows,
  terms: SharedTerms,
): Promise<VariantBatches> {
  const { first, all } = await opened(rows);
  const warnings = new Set<string>();
  const batches: Batch[] = [];
  for (const variant of promptVariants(experiment)) {
    const made = await newBatch(deps, variantInput(experiment, variant, onlyRow(rows, first), terms));
    if (made.batch.prompt.version !== variant.prompt.version) throw replaced(experiment, variant);
    batches.push(made.batch);
    for (const warning of made.warnings) warnings.add(`${variant.name}: ${warning}`);
  }
  await putOnRecord(deps, experiment, batches);
  await loadAll(deps, batches, all);
  const loaded = await Promise.all(batches.map((batch) => batchAsItIs(deps, batch)));
  return { batches: loaded, warnings: [...warnings] };
}

/** The first row, to be looked at, and all of them, to be read once. */
async function opened(rows: DataRows): Promise<{ readonly first: DataRow; readonly all: DataRows }> {
  const iterator = rows[Symbol.asyncIterator]();
  const next = await iterator.next();
  if (next.done === true) throw new InvalidInputError('The data has no rows: there is nothing to ask.');
  const first = next.value;
  async function* all() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { first, all: { valuesAre: rows.valuesAre, [Symbol.asyncIterator]: all } };
}

function onlyRow({ valuesAre }: DataRows, row: DataRow): DataRows {
  return {
    valuesAre,
    async *[Symbol.asyncIterator]() {
      yield row;
    },
  };
}

function variantInput(
  { name }: Experiment,
  { name: variant, prompt, model, parameters }: PromptVariant,
  rows: DataRows,
  terms: SharedTerms,
): NewBatchInput {
  const bare = prompt.reference.replace(/@\d+$/, '');
  return {
    ...terms,
    prompt: isBuiltin(bare) ? bare : prompt.reference,
    name: `${name}/${variant}`,
    rows,
    parameters: parametersInput(parameters),
    ...(model !== null && { model }),
    fresh: true,
    by: 'here',
    detach: false,
  };
}

/** Lists of the kept parameters are read-only, and those of an input are not. */
function parametersInput({ stopSequences, providerOptions, ...rest }: PromptVariant['parameters']) {
  return {
    ...rest,
    ...(stopSequences !== undefined && { stopSequences: [...stopSequences] }),
    ...(providerOptions !== undefined && { providerOptions: { ...providerOptions } }),
  };
}

/** First the batches, then that they belong to the experiment: whoever comes second takes its own back. */
async function putOnRecord(
  deps: BatchDeps,
  experiment: Experiment,
  batches: readonly Batch[],
): Promise<void> {
  const { batchJournal, experiments } = executionsOf(deps);
  for (const batch of batches) await batchJournal.create(batch);
  const links = experiment.variants.map(({ batch: instead }, at) => ({
    position: at + 1,
    batch: batches[at]?.id ?? null,
    instead,
  }));
  const isFirst = await experiments.linkBatches(experiment.id, links, deps.clock.now());
  // Those before were never read to the end, or somebody would have gone on with them.
  const left = isFirst ? experiment.variants.map(({ batch }) => batch) : batches.map(({ id }) => id);
  for (const id of left) if (id !== null) await callOff(deps, id);
  if (isFirst) return;
  throw new ExperimentStateError(`Experiment "${experiment.name}" was started by somebody else just now.`, {
    hint: 'Run it again without --data, to help.',
    next: experimentCommand('run', experiment),
  });
}

/** A reading that breaks off takes all of them with it. */
async function loadAll(deps: BatchDeps, batches: readonly Batch[], rows: DataRows): Promise<void> {
  const { batches: store } = executionsOf(deps);
  const [source, ...others] = batches;
  if (source === undefined) return;
  try {
    await loadRows(deps, source, rows);
    for (const batch of others) await loadRows(deps, batch, rowsOfBatch(store, source));
  } catch (error) {
    for (const { id } of batches) await callOff(deps, id);
    throw error;
  }
}

/** Of one whose rows were not read to the end, there is nothing to keep. */
async function callOff(deps: BatchDeps, id: Batch['id']): Promise<void> {
  const { batchJournal } = executionsOf(deps);
  const now = await batchJournal.batch(id);
  if (now?.status === 'loading') await batchJournal.discard(id);
  else if (now !== null && now.status !== 'completed') await batchJournal.cancel(id, deps.clock.now());
}

function replaced({ name }: Experiment, variant: PromptVariant): ExperimentStateError {
  return new ExperimentStateError(
    `Variant "${variant.name}" of experiment "${name}" was ${variant.prompt.reference}, which is another prompt by now.`,
    { hint: 'Make a new experiment.', next: 'prompt-runner experiment create --help' },
  );
}
