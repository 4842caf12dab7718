import { sql } from 'kysely';
import { countLosses } from './loss.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** Projects, sessions, their attempts and their history. */
export const sessions: Migration = {
  number: 1,
  name: 'sessions',

  async up(database) {
    await createProjects(database);
    await createSessions(database);
    await createPhases(database);
    await createEvents(database);
    await createActiveChoices(database);
  },

  async down(database) {
    for (const table of [
      'active_choices',
      'session_events',
      'orchestration_phases',
      'orchestration_sessions',
      'projects',
    ]) {
      await database.schema.dropTable(table).execute();
    }
  },

  losses: (database) =>
    countLosses(database, [
      { table: 'projects' },
      { table: 'orchestration_sessions' },
      { table: 'orchestration_phases' },
      { table: 'session_events' },
      { table: 'active_choices' },
    ]),
};

async function createProjects(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('projects')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('root', 'text', (column) => column.unique())
    .addColumn('description', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('archived_at', 'text')
    .execute();
}

async function createSessions(database: MigrationDatabase): Promise<void> {
  // The request comes last: SQLite then reads lists without touching its overflow pages.
  await database.schema
    .createTable('orchestration_sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('project_id', 'text', (column) => column.references('projects.id').onDelete('set null'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('feature_type', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('step', 'text')
    .addColumn('complexity', 'text')
    .addColumn('time_estimate', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('completed_at', 'text')
    .addColumn('deleted_at', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('feature_request', 'text', (column) => column.notNull())
    .execute();
  for (const [name, columns] of sessionIndexes) {
    await database.schema
      .createIndex(name)
      .on('orchestration_sessions')
      .columns([...columns])
      .where(sql.ref('deleted_at'), 'is', null)
      .execute();
  }
  await database.schema
    .createIndex('sessions_by_deletion')
    .on('orchestration_sessions')
    .column('deleted_at')
    .where(sql.ref('deleted_at'), 'is not', null)
    .execute();
}

/**
 * Deleted sessions are left out: every list leaves them out. That they are not deleted is at the end all the same:
 * SQLite counts from an index alone only when it has all that is asked for.
 */
const sessionIndexes: readonly (readonly [name: string, columns: readonly string[]])[] = [
  ['sessions_by_creation', ['created_at', 'id']],
  ['sessions_by_update', ['updated_at', 'id']],
  ['sessions_by_title', ['title', 'id']],
  ['sessions_by_status', ['status', 'updated_at', 'id', 'deleted_at']],
  ['sessions_by_project', ['project_id', 'updated_at', 'id', 'deleted_at']],
  ['sessions_by_project_status', ['project_id', 'status', 'updated_at', 'id', 'deleted_at']],
  ['sessions_by_type', ['feature_type', 'updated_at', 'id', 'status', 'deleted_at']],
];

async function createPhases(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('orchestration_phases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) =>
      column.notNull().references('orchestration_sessions.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('input_method', 'text')
    .addColumn('input_name', 'text')
    .addColumn('checksum', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('forced', 'integer', (column) => column.notNull())
    .addColumn('appended_to', 'text')
    .addColumn('problem_code', 'text')
    .addColumn('problem_message', 'text')
    .addColumn('template', 'text')
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('prompt', 'text')
    .addColumn('result', 'text')
    .addColumn('answer', 'blob')
    .addUniqueConstraint('phases_by_position', ['session_id', 'position'])
    .addUniqueConstraint('phases_by_number', ['session_id', 'step', 'attempt'])
    .execute();
}

async function createEvents(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('session_events')
    .addColumn('session_id', 'text', (column) =>
      column.notNull().references('orchestration_sessions.id').onDelete('cascade'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('step', 'text')
    .addColumn('attempt', 'text')
    .addColumn('undoes', 'integer')
    .addColumn('before', 'text')
    .addColumn('after', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('session_events_key', ['session_id', 'number'])
    .execute();
}

async function createActiveChoices(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('active_choices')
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('chosen', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('active_choices_key', ['place', 'kind'])
    .execute();
}
