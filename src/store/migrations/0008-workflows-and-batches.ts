import { sql } from 'kysely';
import { capabilitiesOf } from '../dialects/capabilities.js';
import { countLosses } from './loss.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** Workflows with their versions and runs, batches with their rows, and the processes that work on both. */
export const workflowsAndBatches: Migration = {
  number: 8,
  name: 'workflows-and-batches',

  async up(database) {
    await createBatches(database);
    await createItems(database);
    await createBatchExecutions(database);
    await createWorkers(database);
    await createWorkflows(database);
    await addWorkflowRuns(database);
    await capabilitiesOf(database).rowSecurity?.apply(database, 8);
  },

  /** What was asked for batches and by workflows stays on record, as belonging to none. */
  async down(database) {
    await capabilitiesOf(database).rowSecurity?.takeBack(database, 8);
    await sql`delete from runs where kind = 'workflow'`.execute(database);
    await sql`drop index run_steps_by_execution`.execute(database);
    await sql`drop index runs_by_project`.execute(database);
    for (const column of stepColumns) {
      await database.schema.alterTable('run_steps').dropColumn(column).execute();
    }
    for (const [column] of runColumns) {
      await database.schema.alterTable('runs').dropColumn(column).execute();
    }
    for (const table of [
      'workflow_versions',
      'workflows',
      'workers',
      'batch_executions',
      'batch_items',
      'batches',
    ]) {
      await database.schema.dropTable(table).execute();
    }
  },

  losses: (database) =>
    countLosses(database, [
      { table: 'batches' },
      { table: 'batch_items' },
      { table: 'batch_executions' },
      { table: 'workers' },
      { table: 'workflows' },
      { table: 'workflow_versions' },
      { table: 'runs', where: sql`t.kind = 'workflow'` },
      {
        table: 'run_steps',
        where: sql`exists (select 1 from runs r where r.id = t.run_id and r.kind = 'workflow')`,
      },
    ]),
};

async function createBatches(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('batches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    // No references to projects and prompts: the record stays as it is when they go.
    .addColumn('project_id', 'text')
    .addColumn('name', 'text')
    .addColumn('prompt_version_id', 'text')
    .addColumn('prompt_reference', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('rows', 'integer')
    .addColumn('done', 'integer', (column) => column.notNull())
    .addColumn('failed', 'integer', (column) => column.notNull())
    .addColumn('spent', 'integer', (column) => column.notNull())
    .addColumn('reserved', 'integer', (column) => column.notNull())
    .addColumn('next_call_at', 'integer', (column) => column.notNull())
    .addColumn('owner_host', 'text')
    .addColumn('owner_pid', 'integer')
    .addColumn('owner_started', 'text')
    .addColumn('problem_code', 'text')
    .addColumn('problem_message', 'text')
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('settings', 'text', (column) => column.notNull())
    .execute();
  for (const [name, columns] of batchIndexes) {
    await sql`create index ${sql.raw(name)} on batches (${sql.raw(columns)})`.execute(database);
  }
}

/** Each for a filter of lists, in their order. */
const batchIndexes: readonly (readonly [name: string, columns: string])[] = [
  ['batches_by_time', 'created_at, id'],
  ['batches_by_status', 'status, created_at, id'],
  ['batches_by_project', 'project_id, created_at, id'],
  ['batches_by_name', 'name, created_at, id'],
];

/** The data come last, so that the rest is changed and counted without reading them. */
async function createItems(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('batch_items')
    .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('row', 'integer', (column) => column.notNull())
    .addColumn('repetition', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_at', 'text')
    .addColumn('calls', 'integer', (column) => column.notNull())
    .addColumn('execution_id', 'text')
    .addColumn('problem_code', 'text')
    .addColumn('problem_message', 'text')
    .addColumn('input', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('batch_items_key', ['batch_id', 'position'])
    .execute();
  await database.schema
    .createIndex('batch_items_by_status')
    .on('batch_items')
    .columns(['batch_id', 'status', 'position'])
    .execute();
}

async function createBatchExecutions(database: MigrationDatabase): Promise<void> {
  const { storedByKey } = capabilitiesOf(database);
  await database.schema
    .createTable('batch_executions')
    .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('execution_id', 'text', (column) =>
      column.notNull().references('executions.id').onDelete('cascade'),
    )
    .addColumn('ambiguous', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('batch_executions_key', ['batch_id', 'position', 'number'])
    .$call((table) => (storedByKey === null ? table : table.modifyEnd(storedByKey)))
    .execute();
  await sql`
    create unique index batch_executions_by_execution on batch_executions (execution_id)
  `.execute(database);
  // Covers the list of those, or it would not be taken.
  await sql`
    create index batch_executions_ambiguous on batch_executions
      (batch_id, ambiguous, position, number, execution_id)
    where ambiguous = 1
  `.execute(database);
}

async function createWorkers(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('workers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('pid', 'integer', (column) => column.notNull())
    .addColumn('started', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('in_flight', 'integer', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('workers_by_status')
    .on('workers')
    .columns(['status', 'started_at', 'id'])
    .execute();
}

async function createWorkflows(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('workflows')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('project_id', 'text', (column) => column.references('projects.id').onDelete('set null'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('latest', 'integer', (column) => column.notNull())
    .addColumn('changes', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('deleted_at', 'text')
    .execute();
  await sql`
    create unique index workflows_by_name on workflows (name, coalesce(project_id, '')) where deleted_at is null
  `.execute(database);
  await sql`
    create index workflows_by_scope on workflows (coalesce(project_id, ''), name) where deleted_at is null
  `.execute(database);
  await database.schema
    .createTable('workflow_versions')
    .addColumn('workflow_id', 'text', (column) =>
      column.notNull().references('workflows.id').onDelete('cascade'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('checksum', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('workflow_versions_key', ['workflow_id', 'number'])
    .execute();
}

const runColumns = [
  ['project_id', 'text'],
  ['workflow_version', 'integer'],
  ['inputs', 'text'],
  ['outputs', 'text'],
  ['cancelled_at', 'text'],
] as const;

const stepColumns = ['result', 'execution_id'] as const;

async function addWorkflowRuns(database: MigrationDatabase): Promise<void> {
  for (const [column, type] of runColumns) {
    await database.schema.alterTable('runs').addColumn(column, type).execute();
  }
  for (const column of stepColumns) {
    await database.schema.alterTable('run_steps').addColumn(column, 'text').execute();
  }
  await sql`
    create index runs_by_project on runs (kind, project_id, created_at, id)
  `.execute(database);
  await sql`
    create index run_steps_by_execution on run_steps (execution_id) where execution_id is not null
  `.execute(database);
}
