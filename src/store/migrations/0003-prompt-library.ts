import { sql } from 'kysely';
import { countLosses } from './loss.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** Prompts with their versions and labels, which of them sessions used, and who changed what. */
export const promptLibrary: Migration = {
  number: 3,
  name: 'prompt-library',

  async up(database) {
    await createPrompts(database);
    await createVersions(database);
    await createLabels(database);
    await createTagsAndReferences(database);
    await createAuditLog(database);
    await addTemplateUse(database);
  },

  /** The library goes, with its history. Sessions keep the texts that they were given. */
  async down(database) {
    await database.schema.dropTable('phase_prompt_versions').execute();
    for (const column of ['template_layer', 'template_checksum', 'template_note']) {
      await database.schema.alterTable('orchestration_phases').dropColumn(column).execute();
    }
    await database.schema.alterTable('orchestration_sessions').dropColumn('templates').execute();
    for (const table of [
      'audit_log',
      'prompt_references',
      'prompt_tags',
      'prompt_label_moves',
      'prompt_labels',
      'prompt_versions',
      'prompts',
    ]) {
      await database.schema.dropTable(table).execute();
    }
  },

  losses: (database) =>
    countLosses(database, [
      { table: 'prompts' },
      { table: 'prompt_versions' },
      { table: 'prompt_labels' },
      { table: 'prompt_label_moves' },
      { table: 'prompt_tags' },
      { table: 'prompt_references' },
      { table: 'audit_log' },
      { table: 'phase_prompt_versions' },
      { table: 'orchestration_phases', column: 'template_layer' },
      { table: 'orchestration_phases', column: 'template_checksum' },
      { table: 'orchestration_phases', column: 'template_note' },
      { table: 'orchestration_sessions', column: 'templates' },
    ]),
};

async function createPrompts(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('prompts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('project_id', 'text', (column) => column.references('projects.id').onDelete('set null'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('category', 'text')
    .addColumn('kind', 'text')
    .addColumn('feature_type', 'text')
    .addColumn('is_template', 'integer', (column) => column.notNull())
    .addColumn('in_force', 'integer', (column) => column.notNull())
    .addColumn('latest', 'integer', (column) => column.notNull())
    .addColumn('changes', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('deleted_at', 'text')
    .execute();
  await sql`
    create unique index prompts_by_name on prompts (name, coalesce(project_id, '')) where deleted_at is null
  `.execute(database);
  await sql`
    create unique index prompts_in_force on prompts (kind, coalesce(project_id, ''), coalesce(feature_type, ''))
    where in_force = 1 and deleted_at is null
  `.execute(database);
  for (const [name, columns] of listIndexes) {
    await sql`
      create index ${sql.raw(name)} on prompts (${sql.raw(columns)}) where deleted_at is null
    `.execute(database);
  }
  await sql`
    create index prompts_templates on prompts (name) where is_template = 1 and deleted_at is null
  `.execute(database);
  await sql`
    create index prompts_deleted on prompts (name, deleted_at) where deleted_at is not null
  `.execute(database);
}

/** Each for a filter or an order of lists. A project sees the global prompts too, whose key is empty. */
const listIndexes: readonly (readonly [name: string, columns: string])[] = [
  ['prompts_by_scope', "coalesce(project_id, ''), name"],
  ['prompts_by_project', 'project_id, name'],
  ['prompts_by_category', 'category, name'],
  ['prompts_by_kind', 'kind, name'],
  ['prompts_by_feature_type', 'feature_type, name'],
  ['prompts_by_update', 'updated_at, id'],
  ['prompts_by_creation', 'created_at, id'],
];

async function createVersions(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('prompt_versions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('prompt_id', 'text', (column) => column.notNull().references('prompts.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('checksum', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('variables', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('messages', 'text', (column) => column.notNull())
    .addUniqueConstraint('prompt_versions_number', ['prompt_id', 'number'])
    .execute();
  await database.schema
    .createIndex('prompt_versions_by_checksum')
    .on('prompt_versions')
    .columns(['prompt_id', 'checksum', 'number'])
    .execute();
}

async function createLabels(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('prompt_labels')
    .addColumn('prompt_id', 'text', (column) => column.notNull().references('prompts.id').onDelete('cascade'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('prompt_labels_key', ['prompt_id', 'label'])
    .execute();
  await database.schema
    .createIndex('prompt_labels_by_label')
    .on('prompt_labels')
    .columns(['label', 'prompt_id'])
    .execute();
  await database.schema
    .createTable('prompt_label_moves')
    .addColumn('prompt_id', 'text', (column) => column.notNull().references('prompts.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('from_version', 'integer')
    .addColumn('to_version', 'integer')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('forced', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('prompt_label_moves_key', ['prompt_id', 'number'])
    .execute();
}

async function createTagsAndReferences(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('prompt_tags')
    .addColumn('prompt_id', 'text', (column) => column.notNull().references('prompts.id').onDelete('cascade'))
    .addColumn('tag', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('prompt_tags_key', ['prompt_id', 'tag'])
    .execute();
  await database.schema
    .createIndex('prompt_tags_by_tag')
    .on('prompt_tags')
    .columns(['tag', 'prompt_id'])
    .execute();
  await database.schema
    .createTable('prompt_references')
    .addColumn('version_id', 'text', (column) =>
      column.notNull().references('prompt_versions.id').onDelete('cascade'),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('prompt_references_key', ['version_id', 'name', 'version'])
    .execute();
  await database.schema
    .createIndex('prompt_references_by_name')
    .on('prompt_references')
    .columns(['name', 'version_id'])
    .execute();
}

async function createAuditLog(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('audit_log')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('note', 'text')
    .addColumn('forced', 'integer', (column) => column.notNull())
    .addColumn('previous_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  for (const [name, column] of [
    ['kind', 'subject_kind'],
    ['subject', 'subject'],
    ['subject_id', 'subject_id'],
    ['actor', 'actor'],
    ['time', 'at'],
  ] as const) {
    await database.schema
      .createIndex(`audit_log_by_${name}`)
      .on('audit_log')
      .columns([column, 'number'])
      .execute();
  }
}

/** Sessions from before have no versions: their texts stay, and so does the name of their template. */
async function addTemplateUse(database: MigrationDatabase): Promise<void> {
  await database.schema.alterTable('orchestration_sessions').addColumn('templates', 'text').execute();
  for (const column of ['template_layer', 'template_checksum', 'template_note']) {
    await database.schema.alterTable('orchestration_phases').addColumn(column, 'text').execute();
  }
  await database.schema
    .createTable('phase_prompt_versions')
    .addColumn('attempt_id', 'text', (column) =>
      column.notNull().references('orchestration_phases.id').onDelete('cascade'),
    )
    // No reference to the versions: a session may come from another store, whose prompts are not here.
    .addColumn('version_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('phase_prompt_versions_key', ['attempt_id', 'position'])
    .execute();
  await database.schema
    .createIndex('phase_prompt_versions_by_version')
    .on('phase_prompt_versions')
    .unique()
    .columns(['version_id', 'attempt_id'])
    .execute();
}
