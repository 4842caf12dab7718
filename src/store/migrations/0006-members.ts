import { type RawBuilder, sql } from 'kysely';
import { capabilitiesOf } from '../dialects/capabilities.js';
import { countLosses } from './loss.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** Who may do what in which project, and on a server the rules that hold for every login. */
export const members: Migration = {
  number: 6,
  name: 'members',

  async up(database) {
    await createMembers(database);
    await createViews(database);
    await addAuditProject(database);
    await forgetCached(database);
    await capabilitiesOf(database).rowSecurity?.apply(database, 6);
  },

  /** The members go, so that everybody who can open the store may do everything. */
  async down(database) {
    await capabilitiesOf(database).rowSecurity?.takeBack(database, 6);
    await forgetCached(database);
    await sql`drop index audit_log_by_project`.execute(database);
    await database.schema.alterTable('audit_log').dropColumn('project_id').execute();
    await sql`drop view audit_marks`.execute(database);
    await sql`drop view closed_places`.execute(database);
    await database.schema.dropTable('project_members').execute();
  },

  losses: (database) =>
    countLosses(database, [
      { table: 'project_members' },
      {
        table: 'audit_log',
        column: 'project_id',
        where: sql`t.project_id <> coalesce(${foundProject('t')}, '')`,
      },
    ]),
};

async function createMembers(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('project_members')
    .addColumn('project_id', 'text', (column) => column.references('projects.id').onDelete('cascade'))
    .addColumn('login', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await sql`
    create unique index project_members_key on project_members (coalesce(project_id, ''), login)
  `.execute(database);
}

/**
 * What everybody has to know who works with the store, and no more of it: where there are members, and the end of
 * the audit log's chain. Where rows are protected, a view shows what its owner sees.
 */
async function createViews(database: MigrationDatabase): Promise<void> {
  await sql`create view closed_places as select distinct project_id from project_members`.execute(database);
  await sql`create view audit_marks as select number, hash from audit_log`.execute(database);
}

async function addAuditProject(database: MigrationDatabase): Promise<void> {
  await database.schema.alterTable('audit_log').addColumn('project_id', 'text').execute();
  await sql`
    update audit_log set project_id = ${foundProject('audit_log')} where subject_id is not null
  `.execute(database);
  await database.schema
    .createIndex('audit_log_by_project')
    .on('audit_log')
    .columns(['project_id', 'number'])
    .execute();
}

/** The project of what an entry is about, as long as that is there. */
function foundProject(entry: string): RawBuilder<string | null> {
  const subject = sql.ref(`${entry}.subject_id`);
  return sql`coalesce(
    (select p.project_id from prompts p where p.id = ${subject}),
    (select e.project_id from executions e where e.id = ${subject})
  )`;
}

/** An answer is given again within its project only, from now on: the keys of earlier ones do not name it. */
async function forgetCached(database: MigrationDatabase): Promise<void> {
  await sql`
    delete from cache_entries
    where execution_id in (select id from executions where project_id is not null)
  `.execute(database);
}
