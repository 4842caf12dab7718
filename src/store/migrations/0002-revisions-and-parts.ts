import { sql } from 'kysely';
import { countLosses } from './loss.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** Revisions of the feature request, and the parts of an implementation. */
export const revisionsAndParts: Migration = {
  number: 2,
  name: 'revisions-and-parts',

  async up(database) {
    await createRequests(database);
    await sql`
      insert into session_requests (session_id, number, text, at, actor)
      select id, 1, feature_request, created_at, created_by from orchestration_sessions
    `.execute(database);
    await database.schema.alterTable('orchestration_phases').addColumn('part', 'integer').execute();
  },

  /** The present words of each request stay with its session; earlier ones go. */
  async down(database) {
    await database.schema.alterTable('orchestration_phases').dropColumn('part').execute();
    await database.schema.dropTable('session_requests').execute();
  },

  losses: (database) =>
    countLosses(database, [
      // The only revision of a request is its session's, and is made again from it.
      {
        table: 'session_requests',
        where: sql`exists (
        select 1 from session_requests o where o.session_id = t.session_id and o.number <> t.number
      )`,
      },
      { table: 'orchestration_phases', column: 'part' },
    ]),
};

async function createRequests(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('session_requests')
    .addColumn('session_id', 'text', (column) =>
      column.notNull().references('orchestration_sessions.id').onDelete('cascade'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('replaces', 'integer')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('session_requests_key', ['session_id', 'number'])
    .execute();
}
