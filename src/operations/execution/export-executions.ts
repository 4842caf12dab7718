import * as z from 'zod/mini';
import type { Execution, ExecutionSummary } from '../../engine/execution/execution.js';
import type { ExecutionFilter } from '../../store/execution-filter.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from './execution-records.js';
import { exportFormats } from './export/formats.js';
import { filterFrom, filterInput } from './given-filter.js';
import type { ExecutionExportOutput } from './outputs.js';
import { viewerOf } from './whole-record.js';

/** Executions are looked up so many at a time, and of these held what is small enough together. */
const CHUNK = 200;

/** Takes what is written, piece by piece. */
export type ExportSink = (text: string) => Promise<void>;

const input = z.extend(filterInput, {
  format: z._default(z.enum(['jsonl', 'csv', 'md']), 'jsonl'),
  write: z.custom<ExportSink>((value) => typeof value === 'function'),
});

/**
 * Writes the executions that pass the filter, the newest first: however many there are, it takes no more memory. What looks like a credential has a mark in its place.
 *
 * @throws NotFoundError, AmbiguousReferenceError for what the filter names; nothing is written then
 */
export const exportExecutions = guarded(
  needs.exportExecutions,
  input,
  async (deps: Deps, { format, write, ...given }): Promise<ExecutionExportOutput> => {
    const filter = await filterFrom(deps, given);
    const { head, entry } = exportFormats[format];
    if (head !== '') await write(head);
    let count = 0;
    for await (const batch of batchesOf(deps, filter)) {
      const viewOf = await viewerOf(deps, batch);
      for (const execution of batch) await write(entry(viewOf(execution)));
      count += batch.length;
    }
    return { format, executions: count };
  },
);

/** What somebody else has removed since it was looked up is left out. */
async function* batchesOf(deps: Deps, filter: ExecutionFilter): AsyncGenerator<readonly Execution[]> {
  const { executions } = executionsOf(deps);
  for (let after: ExecutionSummary | undefined; ; ) {
    const page = await executions.list(filter, { limit: CHUNK, after });
    yield* executions.wholeInBatches(page.map(({ id }) => id));
    after = page.at(-1);
    if (after === undefined) return;
  }
}
