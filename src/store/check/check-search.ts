import { type Kysely, type RawBuilder, sql } from 'kysely';
import { groupThousands } from '../../base/text/group-thousands.js';
import { capabilitiesOf } from '../dialects/capabilities.js';
import type { Database } from '../schema.js';
import type { SchemaDesign } from '../table-design.js';

/** What is there and cannot be found by searching, a sentence for each kind. */
export async function checkSearch(database: Kysely<Database>, { tables }: SchemaDesign): Promise<string[]> {
  const has = (name: string) => tables.some((table) => table.name === name);
  return [
    ...(has('prompt_search_entries') ? await unfoundPrompts(database) : []),
    ...(has('execution_words_due') ? await unfoundExecutions(database) : []),
  ];
}

async function unfoundPrompts(database: Kysely<Database>): Promise<string[]> {
  const { promptWords, promptParts } = capabilitiesOf(database).search;
  const inIndex = (table: string) =>
    sql`exists (select 1 from ${sql.table(table)} i where i.rowid = s.number)`;
  const missing = await countOf(
    database,
    sql`prompts p where p.deleted_at is null and not exists (
      select 1 from prompt_search_entries s
      where s.prompt_id = p.id and ${inIndex(promptWords.table)} and ${inIndex(promptParts.table)}
    )`,
  );
  const deleted = await countOf(
    database,
    sql`prompt_search_entries s join prompts p on p.id = s.prompt_id where p.deleted_at is not null`,
  );
  return [
    ...finding(missing, 'prompt', 'missing in the search index'),
    ...finding(deleted, 'deleted prompt', 'in the search index still'),
  ];
}

/** What runs is not searched yet, and what is due is added when somebody searches. */
async function unfoundExecutions(database: Kysely<Database>): Promise<string[]> {
  const { executionWords } = capabilitiesOf(database).search;
  const missing = await countOf(
    database,
    sql`executions e where e.status <> 'running'
      and not exists (select 1 from execution_words_due d where d.number = e.number)
      and not exists (select 1 from ${sql.table(executionWords.table)} i where i.rowid = e.number)`,
  );
  return finding(missing, 'execution', 'missing in the search index');
}

function finding(count: number, what: string, where: string): string[] {
  if (count === 0) return [];
  return [`${groupThousands(count)} ${what}${count === 1 ? ' is' : 's are'} ${where}.`];
}

async function countOf(database: Kysely<Database>, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from}`.execute(database);
  return Number(rows[0]?.count ?? 0);
}
