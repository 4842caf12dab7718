import { sql } from 'kysely';
import { contentText } from '../../prompts/prompt-content.js';
import { capabilitiesOf } from '../dialects/capabilities.js';
import { writeSearchEntry } from '../prompt-search-index.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** How many prompts are read at a time: their texts are in memory together. */
const CHUNK = 500;

/** The search indexes over the prompts of the library. */
export const promptSearch: Migration = {
  number: 4,
  name: 'prompt-search',

  async up(database) {
    await createEntries(database);
    await createIndexes(database);
    await indexAll(database);
  },

  /** All of it can be made again from the prompts. */
  async down(database) {
    const { promptWords, promptParts } = capabilitiesOf(database).search;
    await promptParts.drop(database);
    await promptWords.drop(database);
    await database.schema.dropTable('prompt_search_entries').execute();
  },
};

async function createEntries(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('prompt_search_entries')
    .addColumn('number', 'integer', capabilitiesOf(database).countedKey)
    .addColumn('prompt_id', 'text', (column) =>
      column.notNull().unique().references('prompts.id').onDelete('cascade'),
    )
    .addColumn('labels', 'text', (column) => column.notNull())
    .execute();
}

async function createIndexes(database: MigrationDatabase): Promise<void> {
  const { promptWords, promptParts } = capabilitiesOf(database).search;
  await promptWords.create(database);
  await promptParts.create(database);
}

interface IndexedRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly messages: string;
}

async function indexAll(database: MigrationDatabase): Promise<void> {
  for (let last = ''; ; ) {
    const { rows } = await sql<IndexedRow>`
      select p.id, p.name, p.description, v.messages
      from prompts p join prompt_versions v on v.prompt_id = p.id and v.number = p.latest
      where p.deleted_at is null and p.id > ${last} order by p.id limit ${CHUNK}
    `.execute(database);
    if (rows.length === 0) return;
    for (const row of rows) await indexRow(database, row);
    last = rows.at(-1)?.id ?? last;
  }
}

async function indexRow(database: MigrationDatabase, row: IndexedRow): Promise<void> {
  const { rows: tags } = await sql<{ tag: string }>`
    select tag from prompt_tags where prompt_id = ${row.id} order by tag
  `.execute(database);
  await writeSearchEntry(database, row.id, {
    name: row.name,
    tags: tags.map(({ tag }) => tag).join(', '),
    description: row.description ?? '',
    content: contentText({ messages: JSON.parse(row.messages) }),
  });
}
