import { sql } from 'kysely';
import { capabilitiesOf } from '../dialects/capabilities.js';
import { countLosses } from './loss.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** In the order in which they are made. */
const tables = [
  'experiments',
  'experiment_variants',
  'experiment_metrics',
  'experiment_assignments',
  'experiment_observations',
] as const;

/** Experiments with their variants and metrics, who got which variant, and what was measured. */
export const experiments: Migration = {
  number: 9,
  name: 'experiments',

  async up(database) {
    await createExperiments(database);
    await createVariants(database);
    await createMetrics(database);
    await createAssignments(database);
    await createObservations(database);
    await capabilitiesOf(database).rowSecurity?.apply(database, 9);
  },

  /** What was asked for experiments stays on record, in batches and sessions. */
  async down(database) {
    await capabilitiesOf(database).rowSecurity?.takeBack(database, 9);
    for (const table of tables.toReversed()) await database.schema.dropTable(table).execute();
  },

  losses: (database) =>
    countLosses(
      database,
      tables.map((table) => ({ table })),
    ),
};

async function createExperiments(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('experiments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    // No reference to projects: what was found out stays as it is when they go.
    .addColumn('project_id', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('hypothesis', 'text')
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('seed', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text')
    .addColumn('stopped_at', 'text')
    .addColumn('archived_at', 'text')
    .addColumn('conclusion', 'text')
    .addColumn('settings', 'text', (column) => column.notNull())
    .execute();
  // A name is free again once its experiment is archived.
  await sql`
    create unique index experiments_by_name on experiments (name, coalesce(project_id, ''))
    where archived_at is null
  `.execute(database);
  for (const [name, columns] of experimentIndexes) {
    await sql`create index ${sql.raw(name)} on experiments (${sql.raw(columns)})`.execute(database);
  }
}

/** Each for a filter of lists, in their order. */
const experimentIndexes: readonly (readonly [name: string, columns: string])[] = [
  ['experiments_by_time', 'created_at, id'],
  ['experiments_by_status', 'status, created_at, id'],
  ['experiments_by_project', 'project_id, created_at, id'],
];

async function createVariants(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('experiment_variants')
    .addColumn('experiment_id', 'text', (column) =>
      column.notNull().references('experiments.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('weight', 'real', (column) => column.notNull())
    .addColumn('is_control', 'integer', (column) => column.notNull())
    .addColumn('prompt_version_id', 'text')
    .addColumn('prompt_reference', 'text')
    .addColumn('model', 'text')
    .addColumn('parameters', 'text', (column) => column.notNull())
    .addColumn('strategy', 'text')
    .addColumn('batch_id', 'text')
    .addPrimaryKeyConstraint('experiment_variants_key', ['experiment_id', 'position'])
    .execute();
  await sql`
    create unique index experiment_variants_by_name on experiment_variants (experiment_id, name)
  `.execute(database);
}

async function createMetrics(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('experiment_metrics')
    .addColumn('experiment_id', 'text', (column) =>
      column.notNull().references('experiments.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('better', 'text', (column) => column.notNull())
    .addColumn('matters', 'real', (column) => column.notNull())
    .addColumn('is_primary', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('experiment_metrics_key', ['experiment_id', 'position'])
    .execute();
  await sql`
    create unique index experiment_metrics_by_name on experiment_metrics (experiment_id, name)
  `.execute(database);
}

/** A unit is found by its key, and keeps its variant as long as the row is there. */
async function createAssignments(database: MigrationDatabase): Promise<void> {
  const { storedByKey } = capabilitiesOf(database);
  await database.schema
    .createTable('experiment_assignments')
    .addColumn('experiment_id', 'text', (column) =>
      column.notNull().references('experiments.id').onDelete('cascade'),
    )
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('variant', 'integer', (column) => column.notNull())
    .addColumn('chosen', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('experiment_assignments_key', ['experiment_id', 'unit'])
    .$call((table) => (storedByKey === null ? table : table.modifyEnd(storedByKey)))
    .execute();
  // Which sessions and users take part in what, whatever the experiment.
  await sql`
    create index experiment_assignments_by_unit on experiment_assignments (unit, experiment_id)
  `.execute(database);
}

/** In the order of the key stands beside each other what is compared: the variants of a unit, metric by metric. */
async function createObservations(database: MigrationDatabase): Promise<void> {
  const { storedByKey } = capabilitiesOf(database);
  await database.schema
    .createTable('experiment_observations')
    .addColumn('experiment_id', 'text', (column) =>
      column.notNull().references('experiments.id').onDelete('cascade'),
    )
    .addColumn('metric', 'integer', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('variant', 'integer', (column) => column.notNull())
    .addColumn('repetition', 'integer', (column) => column.notNull())
    .addColumn('value', 'real', (column) => column.notNull())
    .addColumn('divisor', 'real')
    .addColumn('execution_id', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('experiment_observations_key', [
      'experiment_id',
      'metric',
      'unit',
      'variant',
      'repetition',
    ])
    .$call((table) => (storedByKey === null ? table : table.modifyEnd(storedByKey)))
    .execute();
}
