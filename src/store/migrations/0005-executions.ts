import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { capabilitiesOf } from '../dialects/capabilities.js';
import { insertPasted, type PastedAnswer } from '../pasted-executions.js';
import { countLosses } from './loss.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** Every question and answer on record, the cache, the names of models, and the runs of sessions. */
export const executions: Migration = {
  number: 5,
  name: 'executions',

  async up(database) {
    await createExecutions(database);
    await createCalls(database);
    await createContents(database);
    await createSearchIndex(database);
    await createSessionLinks(database);
    await createCacheAndAliases(database);
    await createRuns(database);
    await recordAnswers(database);
  },

  /** What was asked of models goes, with what it cost. Sessions keep their answers. */
  async down(database) {
    for (const table of [
      'phase_ratings',
      'run_steps',
      'runs',
      'model_aliases',
      'cache_entries',
      'orchestration_executions',
      'execution_attachments',
      'execution_tool_uses',
      'execution_attempts',
      'execution_words_due',
    ]) {
      await database.schema.dropTable(table).execute();
    }
    await capabilitiesOf(database).search.executionWords.drop(database);
    await database.schema.dropTable('executions').execute();
  },

  losses: (database) =>
    countLosses(database, [
      // That an answer was pasted is put on record again from its attempt.
      { table: 'executions', where: sql`not ${isPasted('t.id')}` },
      { table: 'execution_attempts' },
      { table: 'execution_tool_uses' },
      { table: 'execution_attachments' },
      { table: 'orchestration_executions', where: sql`not ${isPasted('t.execution_id')}` },
      { table: 'phase_ratings' },
      { table: 'cache_entries' },
      { table: 'model_aliases' },
      { table: 'runs' },
      { table: 'run_steps' },
    ]),
};

/** The texts come last: SQLite then reads lists and figures without touching its overflow pages. */
async function createExecutions(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('executions')
    .addColumn('number', 'integer', capabilitiesOf(database).countedKey)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    // No references to projects and prompts: the record stays as it is when they go, or are of another store.
    .addColumn('project_id', 'text')
    .addColumn('prompt_version_id', 'text')
    .addColumn('prompt_reference', 'text')
    .addColumn('model', 'text')
    .addColumn('answered_model', 'text')
    .addColumn('finish_reason', 'text')
    .addColumn('input_tokens', 'integer')
    .addColumn('cached_input_tokens', 'integer')
    .addColumn('cache_write_tokens', 'integer')
    .addColumn('output_tokens', 'integer')
    .addColumn('reasoning_tokens', 'integer')
    .addColumn('cost', 'integer')
    .addColumn('latency_ms', 'integer')
    .addColumn('first_token_ms', 'integer')
    .addColumn('answered_by', 'text')
    .addColumn('rerun_of', 'text')
    .addColumn('problem_code', 'text')
    .addColumn('problem_message', 'text')
    .addColumn('cache_key', 'text')
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('redacted_at', 'text')
    .addColumn('excerpt', 'text')
    .addColumn('parameters', 'text', (column) => column.notNull())
    .addColumn('response_schema', 'text')
    .addColumn('tools', 'text', (column) => column.notNull())
    .addColumn('price', 'text')
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('warnings', 'text', (column) => column.notNull())
    .addColumn('messages', 'text', (column) => column.notNull())
    .addColumn('response', 'text')
    .addColumn('reasoning', 'text')
    .execute();
  await createExecutionIndexes(database);
}

async function createExecutionIndexes(database: MigrationDatabase): Promise<void> {
  for (const [name, columns] of executionIndexes) {
    await sql`create index ${sql.raw(name)} on executions (${sql.raw(columns)})`.execute(database);
  }
  for (const [name, column, also] of sparseIndexes) {
    await sql`
      create index ${sql.raw(name)} on executions (${sql.raw(`${column}${also}`)}, created_at, id)
      where ${sql.raw(column)} is not null
    `.execute(database);
  }
}

/** Each for a filter of lists, in their order; those of columns that are mostly empty leave out what is. */
const executionIndexes: readonly (readonly [name: string, columns: string])[] = [
  ['executions_by_time', 'created_at, id'],
  ['executions_by_status', 'status, created_at, id'],
  ['executions_by_model', 'model, created_at, id'],
];

const sparseIndexes: readonly (readonly [name: string, column: string, also: string])[] = [
  ['executions_by_project', 'project_id', ''],
  ['executions_by_project_status', 'project_id', ', status'],
  ['executions_by_prompt', 'prompt_version_id', ''],
  ['executions_by_original', 'rerun_of', ''],
  ['executions_by_answerer', 'answered_by', ''],
];

async function createCalls(database: MigrationDatabase): Promise<void> {
  const { storedByKey } = capabilitiesOf(database);
  await database.schema
    .createTable('execution_attempts')
    .addColumn('execution_id', 'text', (column) =>
      column.notNull().references('executions.id').onDelete('cascade'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('waited_ms', 'integer', (column) => column.notNull())
    .addColumn('reserved', 'integer')
    .addColumn('cost', 'integer')
    .addColumn('input_tokens', 'integer')
    .addColumn('cached_input_tokens', 'integer')
    .addColumn('cache_write_tokens', 'integer')
    .addColumn('output_tokens', 'integer')
    .addColumn('reasoning_tokens', 'integer')
    .addColumn('request_id', 'text')
    .addColumn('fault', 'text')
    .addColumn('http_status', 'integer')
    .addColumn('message', 'text')
    .addPrimaryKeyConstraint('execution_attempts_key', ['execution_id', 'number'])
    // One tree less that each call has to change.
    .$call((table) => (storedByKey === null ? table : table.modifyEnd(storedByKey)))
    .execute();
  // Covers what a day has cost, so that a ceiling is kept without reading the calls.
  await database.schema
    .createIndex('execution_attempts_by_time')
    .on('execution_attempts')
    .columns(['started_at', 'status', 'cost', 'reserved'])
    .execute();
}

async function createContents(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('execution_tool_uses')
    .addColumn('execution_id', 'text', (column) =>
      column.notNull().references('executions.id').onDelete('cascade'),
    )
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('failed', 'integer', (column) => column.notNull())
    .addColumn('call', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('execution_tool_uses_key', ['execution_id', 'attempt', 'position'])
    .execute();
  await database.schema
    .createTable('execution_attachments')
    .addColumn('execution_id', 'text', (column) =>
      column.notNull().references('executions.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('checksum', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('execution_attachments_key', ['execution_id', 'position'])
    .execute();
}

/**
 * Words only, and no texts, which are in the executions. Adding one execution at a time costs the index more than
 * all else that is written about it, so that what is due is added when somebody searches.
 */
async function createSearchIndex(database: MigrationDatabase): Promise<void> {
  await capabilitiesOf(database).search.executionWords.create(database);
  await database.schema
    .createTable('execution_words_due')
    .addColumn('number', 'integer', (column) =>
      column.primaryKey().references('executions.number').onDelete('cascade'),
    )
    .execute();
}

async function createSessionLinks(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('orchestration_executions')
    .addColumn('execution_id', 'text', (column) =>
      column.primaryKey().references('executions.id').onDelete('cascade'),
    )
    // No references to sessions and attempts: they may be in a workspace.
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('part', 'integer')
    .addColumn('attempt_id', 'text')
    .execute();
  await database.schema
    .createIndex('orchestration_executions_by_session')
    .on('orchestration_executions')
    .columns(['session_id', 'execution_id'])
    .execute();
  await database.schema
    .createTable('phase_ratings')
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('rating', 'integer', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('phase_ratings_key', ['session_id', 'phase', 'number'])
    .execute();
}

async function createCacheAndAliases(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('cache_entries')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('execution_id', 'text', (column) =>
      column.notNull().references('executions.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'text', (column) => column.notNull())
    .addColumn('hits', 'integer', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .execute();
  for (const [name, columns] of [
    ['cache_entries_by_execution', ['execution_id']],
    ['cache_entries_by_age', ['created_at']],
    ['cache_entries_by_use', ['last_used_at', 'key', 'size']],
  ] as const) {
    await database.schema
      .createIndex(name)
      .on('cache_entries')
      .columns([...columns])
      .execute();
  }
  await database.schema
    .createTable('model_aliases')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('project_id', 'text', (column) => column.references('projects.id').onDelete('cascade'))
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await sql`
    create unique index model_aliases_by_name on model_aliases (name, coalesce(project_id, ''))
  `.execute(database);
}

async function createRuns(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('runs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('owner_host', 'text')
    .addColumn('owner_pid', 'integer')
    .addColumn('owner_started', 'text')
    .addColumn('problem_code', 'text')
    .addColumn('problem_message', 'text')
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('runs_by_subject')
    .on('runs')
    .columns(['kind', 'subject', 'created_at', 'id'])
    .execute();
  await database.schema
    .createTable('run_steps')
    .addColumn('run_id', 'text', (column) => column.notNull().references('runs.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('output', 'text', (column) => column.notNull())
    .addColumn('problem_code', 'text')
    .addColumn('problem_message', 'text')
    .addColumn('gate_checksum', 'text')
    .addColumn('gate_decision', 'text')
    .addColumn('gate_comment', 'text')
    .addColumn('gate_actor', 'text')
    .addColumn('gate_at', 'text')
    .addPrimaryKeyConstraint('run_steps_key', ['run_id', 'position'])
    .execute();
}

/** How many answers are put on record at a time. */
const CHUNK = 1000;

/** The answers that are there already were all pasted; one that was read again is on record once. */
async function recordAnswers(database: MigrationDatabase): Promise<void> {
  for (let last = ''; ; ) {
    const { rows } = await sql<PastedAnswer>`
      select p.id as attempt, p.session_id as session, s.project_id as project, p.step, p.part,
        p.started_at as at,
        coalesce((
          select e.actor from session_events e
          where e.session_id = p.session_id and e.attempt = p.id order by e.number limit 1
        ), s.created_by) as actor
      from orchestration_phases p join orchestration_sessions s on s.id = p.session_id
      where p.id > ${last} and p.answer is not null and coalesce(p.input_method, '') <> 'kept'
      order by p.id limit ${CHUNK}
    `.execute(database);
    if (rows.length === 0) return;
    await insertPasted(database, rows);
    last = rows.at(-1)?.attempt ?? last;
  }
}

/** Whether an execution is that of an answer that the store has besides. */
function isPasted(id: string): RawBuilder<SqlBool> {
  return sql`exists (
    select 1 from executions e
    join orchestration_executions l on l.execution_id = e.id
    join orchestration_phases p on p.id = l.attempt_id
    where e.id = ${sql.ref(id)} and e.kind = 'pasted' and e.redacted_at is null
  )`;
}
