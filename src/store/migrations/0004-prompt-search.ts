import { capabilitiesOf } from '../dialects/capabilities.js';
import { indexAllPrompts } from '../prompt-index-all.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** The search indexes over the prompts of the library. */
export const promptSearch: Migration = {
  number: 4,
  name: 'prompt-search',

  async up(database) {
    await createEntries(database);
    await createIndexes(database);
    await indexAllPrompts(database);
  },

  /** All of it can be made again from the prompts. */
  async down(database) {
    const { promptWords, promptParts } = capabilitiesOf(database).search;
    await promptParts.drop(database);
    await promptWords.drop(database);
    await database.schema.dropTable('prompt_search_entries').execute();
  },

  losses: () => Promise.resolve([]),
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
