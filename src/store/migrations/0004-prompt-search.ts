import { sql } from 'kysely';
import { contentText } from '../../prompts/prompt-content.js';
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
    for (const table of ['prompt_search_entries', 'prompt_parts', 'prompt_words']) {
      await database.schema.dropTable(table).execute();
    }
  },
};

async function createEntries(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('prompt_search_entries')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('prompt_id', 'text', (column) =>
      column.notNull().unique().references('prompts.id').onDelete('cascade'),
    )
    .addColumn('labels', 'text', (column) => column.notNull())
    .execute();
}

/**
 * The indexes keep no texts, which are in the prompts already. The texts come with their letters folded; what
 * the tokenizers fold makes no difference to them. Two letters begin so many words that their prefixes have an
 * index of their own.
 */
async function createIndexes(database: MigrationDatabase): Promise<void> {
  await sql`
    create virtual table prompt_words using fts5(
      name, tags, description, content,
      content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
    )
  `.execute(database);
  await sql`
    create virtual table prompt_parts using fts5(
      name, tags, description, content, content='', contentless_delete=1, tokenize='trigram'
    )
  `.execute(database);
  // A prompt that is removed for good takes its entry with it; this takes the rest.
  await sql`
    create trigger prompt_search_entry_removed after delete on prompt_search_entries begin
      delete from prompt_words where rowid = old.number;
      delete from prompt_parts where rowid = old.number;
    end
  `.execute(database);
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
