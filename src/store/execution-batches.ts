import { type Kysely, sql } from 'kysely';
import type { ExecutionId } from '../base/ids.js';
import { inBatches } from './in-batches.js';
import { inChunks } from './in-chunks.js';
import type { Database } from './schema.js';

/** Executions, by their ids, in batches whose texts and files are small enough to be read at once. */
export async function* executionBatches(
  database: Kysely<Database>,
  ids: readonly ExecutionId[],
): AsyncGenerator<ExecutionId[]> {
  const bytes = await bytesOf(database, ids);
  yield* inBatches(ids, (id) => bytes.get(id) ?? 0);
}

/** How large executions are with all that belongs to them; a pasted answer, which an attempt has, does. */
async function bytesOf(
  database: Kysely<Database>,
  ids: readonly ExecutionId[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await inChunks(ids, (chunk) =>
    database
      .selectFrom('executions as e')
      .select(['e.id', bytesOfTexts.as('texts'), bytesOfParts.as('parts')])
      .where('e.id', 'in', chunk)
      .execute(),
  );
  return new Map(rows.map(({ id, texts, parts }) => [id, Number(texts) + Number(parts)]));
}

const bytesOfTexts = sql<number>`octet_length(e.messages) + octet_length(e.details)
  + coalesce(octet_length(e.response), 0) + coalesce(octet_length(e.reasoning), 0)`;

const bytesOfParts = sql<number>`
  coalesce((select sum(f.size) from execution_attachments f where f.execution_id = e.id), 0)
  + coalesce((
    select sum(octet_length(u.call) + octet_length(u.text)) from execution_tool_uses u where u.execution_id = e.id
  ), 0)
  + coalesce((
    select p.size from orchestration_executions l join orchestration_phases p on p.id = l.attempt_id
    where e.kind = 'pasted' and l.execution_id = e.id
  ), 0)`;
