import { type QueryExecutorProvider, sql } from 'kysely';
import { contentText } from '../prompts/prompt-content.js';
import { writeSearchEntry } from './prompt-search-index.js';

/** How many prompts are read at a time: their texts are in memory together. */
const CHUNK = 500;

interface IndexedRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly messages: string;
}

/** Writes the search indexes of all prompts that are not deleted, in a store where they are empty. */
export async function indexAllPrompts(executor: QueryExecutorProvider): Promise<void> {
  for (let last = ''; ; ) {
    const { rows } = await sql<IndexedRow>`
      select p.id, p.name, p.description, v.messages
      from prompts p join prompt_versions v on v.prompt_id = p.id and v.number = p.latest
      where p.deleted_at is null and p.id > ${last} order by p.id limit ${CHUNK}
    `.execute(executor);
    if (rows.length === 0) return;
    for (const row of rows) await indexRow(executor, row);
    last = rows.at(-1)?.id ?? last;
  }
}

async function indexRow(executor: QueryExecutorProvider, row: IndexedRow): Promise<void> {
  const { rows: tags } = await sql<{ tag: string }>`
    select tag from prompt_tags where prompt_id = ${row.id} order by tag
  `.execute(executor);
  await writeSearchEntry(executor, row.id, {
    name: row.name,
    tags: tags.map(({ tag }) => tag).join(', '),
    description: row.description ?? '',
    content: contentText({ messages: JSON.parse(row.messages) }),
  });
}
