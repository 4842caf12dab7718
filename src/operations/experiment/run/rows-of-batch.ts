import type { Batch } from '../../../engine/batch/batch.js';
import type { DataRow, DataRows } from '../../../engine/batch/data-row.js';
import type { BatchStore, ItemResult } from '../../../store/batch-store.js';
import { questionOfBatch } from '../../batch/batch-question.js';

/** So many rows are read at a time. */
const CHUNK = 200;

/** The rows that a batch was made from, read from its items: however they came, they are there. */
export function rowsOfBatch(batches: BatchStore, batch: Batch): DataRows {
  return {
    valuesAre: questionOfBatch(batch).valuesAre,
    async *[Symbol.asyncIterator]() {
      for (let last = 0; ; ) {
        const chunk = await batches.results(batch.id, { limit: CHUNK, after: [last] });
        if (chunk.length === 0) return;
        for (const item of chunk) if (item.repetition === 1) yield rowOf(item);
        last = chunk.at(-1)?.position ?? last;
      }
    },
  };
}

/** An item that has failed before it was asked is a row that could not be read. */
function rowOf({ row, input, problem, status }: ItemResult): DataRow {
  return status === 'failed' && problem !== null ? { row, fault: problem } : { row, values: input };
}
