import * as z from 'zod/mini';
import type { BatchId } from '../../base/ids.js';
import { mapTexts } from '../../base/text/map-texts.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { checkResponse } from '../../engine/execution/check-response.js';
import { inDollars } from '../../engine/execution/dollars.js';
import type { JsonValue } from '../../formats/json-value.js';
import type { BatchStore, ItemResult } from '../../store/batch-store.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { shownValue } from '../execution/shown-value.js';
import { batchReference } from './batch-input.js';
import { type BatchQuestion, questionOfBatch } from './batch-question.js';
import { findBatch } from './find-batch.js';
import type { BatchResultRow, BatchResults } from './outputs.js';
import { batchView, problemView } from './views/batch-view.js';

type Schema = BatchQuestion['responseSchema'];

/** So many rows are read at a time. */
const CHUNK = 200;

/**
 * The rows of a batch with what came of them, in their order; those that were not asked yet are among them. They are
 * read as they are asked for, and may be gone through more than once.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const batchResults = guarded(
  needs.batchResults,
  z.object(batchReference),
  async (deps: Deps, { batch: reference }): Promise<BatchResults> => {
    const batch = await findBatch(deps, reference);
    const { batches } = executionsOf(deps);
    const { responseSchema } = questionOfBatch(batch);
    return {
      batch: await batchView(deps, batch),
      fields: fieldsOf(responseSchema),
      rows: { [Symbol.asyncIterator]: () => rowsOf(batches, batch.id, responseSchema) },
    };
  },
);

async function* rowsOf(batches: BatchStore, batch: BatchId, schema: Schema): AsyncGenerator<BatchResultRow> {
  for (let last = 0; ; ) {
    const chunk = await batches.results(batch, { limit: CHUNK, after: [last] });
    if (chunk.length === 0) return;
    for (const row of chunk) yield rowView(row, await answerValue(row, schema));
    last = chunk.at(-1)?.position ?? last;
  }
}

/** Null for an answer that holds no JSON. */
async function answerValue({ answer }: ItemResult, schema: Schema): Promise<JsonValue> {
  if (schema === null || answer === null) return null;
  return shownValue((await checkResponse(answer, schema)).value);
}

function rowView(
  { answer, problem, cost, usage, input, ...row }: ItemResult,
  value: JsonValue,
): BatchResultRow {
  const { position, row: number, repetition, status, execution, finishReason, latencyMs, cached } = row;
  return {
    position,
    row: number,
    repetition,
    status,
    input: mapTexts(input, redactSecrets) as BatchResultRow['input'],
    answer: answer === null ? null : redactSecrets(answer),
    value,
    problem: problem && problemView(problem),
    execution,
    finishReason,
    usage: usage && { ...usage },
    cost: inDollars(cost),
    latencyMs,
    cached,
  };
}

/** The fields of an answer that is an object by its schema. */
function fieldsOf(schema: Schema): readonly string[] {
  const properties = schema?.properties;
  const isObject = typeof properties === 'object' && properties !== null && !Array.isArray(properties);
  return isObject ? Object.keys(properties) : [];
}
