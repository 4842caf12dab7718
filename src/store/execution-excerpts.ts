import { type Kysely, sql } from 'kysely';
import type { ExecutionId } from '../base/ids.js';
import type { Database } from './schema.js';

/** Of each text, in characters: a credential that begins in its first words is whole in it. */
const LENGTH = 10_000;

/** The beginning of what was asked last in each of some executions; those that ask nothing are left out. */
export async function executionExcerpts(
  database: Kysely<Database>,
  ids: readonly ExecutionId[],
): Promise<ReadonlyMap<ExecutionId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('executions as e')
    .select(['e.id', excerpt.as('excerpt')])
    .where('e.id', 'in', ids)
    .execute();
  return new Map(
    rows.flatMap(({ id, excerpt: text }) => (text === null ? [] : [[id as ExecutionId, text] as const])),
  );
}

const excerpt = sql<string | null>`(
  select substr(json_extract(m.value, '$.text'), 1, ${sql.lit(LENGTH)}) from json_each(e.messages) m
  where json_extract(m.value, '$.role') = 'user' order by m.key desc limit 1
)`;
