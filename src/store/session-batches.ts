import { type Kysely, sql } from 'kysely';
import type { SessionId } from '../base/ids.js';
import { inBatches } from './in-batches.js';
import { inChunks } from './in-chunks.js';
import type { Database } from './schema.js';

/** Sessions, by their ids, in batches that are small enough to be read at once with all that is kept of them. */
export async function* sessionBatches(
  database: Kysely<Database>,
  ids: readonly SessionId[],
): AsyncGenerator<SessionId[]> {
  const bytes = await bytesOf(database, ids);
  yield* inBatches(ids, (id) => bytes.get(id) ?? 0);
}

/** How large sessions are with all that is kept of them. */
async function bytesOf(
  database: Kysely<Database>,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await inChunks(ids, (chunk) =>
    database
      .selectFrom('orchestration_sessions as s')
      .select(['s.id', bytesOfRecord.as('bytes')])
      .where('s.id', 'in', chunk)
      .execute(),
  );
  return new Map(rows.map(({ id, bytes }) => [id, Number(bytes)]));
}

const bytesOfRecord = sql<number>`octet_length(s.feature_request)
  + coalesce((select sum(octet_length(r.text)) from session_requests r where r.session_id = s.id), 0)
  + coalesce((
    select sum(p.size + coalesce(octet_length(p.result), 0)) from orchestration_phases p where p.session_id = s.id
  ), 0)
  + coalesce((
    select sum(octet_length(e.after) + coalesce(octet_length(e.before), 0))
    from session_events e where e.session_id = s.id
  ), 0)`;
