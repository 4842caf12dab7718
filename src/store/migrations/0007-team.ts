import { type CreateTableBuilder, type RawBuilder, sql } from 'kysely';
import { capabilitiesOf } from '../dialects/capabilities.js';
import { countLosses } from './loss.js';
import type { Migration, MigrationDatabase } from './migration.js';

/** What several people on one store need: sessions in use for each of them, and labels that admins move. */
export const team: Migration = {
  number: 7,
  name: 'team',

  async up(database) {
    await createProtectedLabels(database);
    await keyChoicesByLogin(database);
    await capabilitiesOf(database).rowSecurity?.apply(database, 7);
  },

  /** Of what several have in use at one place, what was chosen last stays, and is in use for all. */
  async down(database) {
    await keyChoicesByPlace(database);
    await capabilitiesOf(database).rowSecurity?.takeBack(database, 7);
    await database.schema.dropTable('protected_labels').execute();
  },

  losses: (database) =>
    countLosses(database, [
      { table: 'protected_labels' },
      { table: 'active_choices', where: sql`not ${isLast('t', 'active_choices')}` },
    ]),
};

async function createProtectedLabels(database: MigrationDatabase): Promise<void> {
  await database.schema
    .createTable('protected_labels')
    .addColumn('label', 'text', (column) => column.primaryKey())
    .execute();
}

/** Whose the earlier ones are is not known. */
async function keyChoicesByLogin(database: MigrationDatabase): Promise<void> {
  const name = 'active_choices_by_login';
  await remakeChoices(
    database,
    { name, columns: ['login', 'place', 'kind'] },
    sql`select '', place, kind, chosen, at from active_choices_before`,
  );
}

async function keyChoicesByPlace(database: MigrationDatabase): Promise<void> {
  await remakeChoices(
    database,
    { name: 'active_choices_key', columns: ['place', 'kind'] },
    sql`
      select place, kind, chosen, at from active_choices_before b where ${isLast('b', 'active_choices_before')}
    `,
  );
}

/** Whether nobody chose something else later at the same place. */
function isLast(choice: string, table: string): RawBuilder<unknown> {
  const b = sql.ref(choice);
  return sql`not exists (
    select 1 from ${sql.table(table)} o
    where o.place = ${b}.place and o.kind = ${b}.kind and (o.at > ${b}.at or (o.at = ${b}.at and o.login > ${b}.login))
  )`;
}

interface Key {
  readonly name: string;
  readonly columns: string[];
}

/** Not every database can give a table another key: it is made anew, and takes the rows over. */
async function remakeChoices(
  database: MigrationDatabase,
  key: Key,
  rows: RawBuilder<unknown>,
): Promise<void> {
  await database.schema.alterTable('active_choices').renameTo('active_choices_before').execute();
  let table: CreateTableBuilder<string, string> = database.schema.createTable('active_choices');
  for (const name of [...key.columns, 'chosen', 'at']) {
    table = table.addColumn(name, 'text', (column) => column.notNull());
  }
  await table.addPrimaryKeyConstraint(key.name, key.columns).execute();
  await sql`insert into active_choices ${rows}`.execute(database);
  await database.schema.dropTable('active_choices_before').execute();
}
