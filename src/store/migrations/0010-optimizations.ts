import { sql } from 'kysely';
import { capabilitiesOf } from '../dialects/capabilities.js';
import { countLosses } from './loss.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** In the order in which they are made. */
const tables = [
  'optimizations',
  'optimization_rows',
  'optimization_candidates',
  'optimization_calls',
] as const;

/** Searches for better texts of prompts: their rows, what they tried, and what they asked for it. */
export const optimizations: Migration = {
  number: 10,
  name: 'optimizations',

  async up(database) {
    await createOptimizations(database);
    await createRows(database);
    await createCandidates(database);
    await createCalls(database);
    await capabilitiesOf(database).rowSecurity?.apply(database, 10);
  },

  /** What was asked stays on record as executions, and what was applied as versions of prompts. */
  async down(database) {
    await capabilitiesOf(database).rowSecurity?.takeBack(database, 10);
    for (const table of tables.toReversed()) await database.schema.dropTable(table).execute();
  },

  losses: (database) =>
    countLosses(
      database,
      tables.map((table) => ({ table })),
    ),
};

async function createOptimizations(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('optimizations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    // No reference to projects: what was found out stays as it is when they go.
    .addColumn('project_id', 'text')
    .addColumn('prompt_version_id', 'text')
    .addColumn('prompt_reference', 'text', (column) => column.notNull())
    .addColumn('message', 'integer', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('reflection_model', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('owner_host', 'text')
    .addColumn('owner_pid', 'integer')
    .addColumn('owner_started', 'text')
    .addColumn('problem_code', 'text')
    .addColumn('problem_message', 'text')
    .addColumn('applied_version_id', 'text')
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('start', 'text', (column) => column.notNull())
    .addColumn('result', 'text')
    .execute();
  for (const [name, columns] of optimizationIndexes) {
    await sql`create index ${sql.raw(name)} on optimizations (${sql.raw(columns)})`.execute(database);
  }
}

/** Each for a filter of lists, in their order. */
const optimizationIndexes: readonly (readonly [name: string, columns: string])[] = [
  ['optimizations_by_time', 'created_at, id'],
  ['optimizations_by_status', 'status, created_at, id'],
  ['optimizations_by_project', 'project_id, created_at, id'],
];

async function createRows(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('optimization_rows')
    .addColumn('optimization_id', 'text', (column) =>
      column.notNull().references('optimizations.id').onDelete('cascade'),
    )
    .addColumn('row', 'integer', (column) => column.notNull())
    .addColumn('input', 'text', (column) => column.notNull())
    .addColumn('expected', 'text')
    .addPrimaryKeyConstraint('optimization_rows_key', ['optimization_id', 'row'])
    .execute();
}

async function createCandidates(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('optimization_candidates')
    .addColumn('optimization_id', 'text', (column) =>
      column.notNull().references('optimizations.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('arm', 'text')
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('fate', 'text', (column) => column.notNull())
    .addColumn('calls', 'integer', (column) => column.notNull())
    .addColumn('parents', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('template', 'text')
    .addPrimaryKeyConstraint('optimization_candidates_key', ['optimization_id', 'position'])
    .execute();
  await sql`
    create unique index optimization_candidates_by_name on optimization_candidates (optimization_id, name)
  `.execute(database);
}

/** The executions of a question stand one behind the other: the last one whose end is known has its answer. */
async function createCalls(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('optimization_calls')
    .addColumn('optimization_id', 'text', (column) =>
      column.notNull().references('optimizations.id').onDelete('cascade'),
    )
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('row', 'integer')
    .addColumn('execution_id', 'text', (column) =>
      column.notNull().references('executions.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('optimization_calls_key', ['optimization_id', 'key', 'number'])
    .execute();
  await sql`
    create unique index optimization_calls_by_execution on optimization_calls (execution_id)
  `.execute(database);
}
