import { type QueryExecutorProvider, sql } from 'kysely';
import { SCHEMA_VERSION } from '../schema-version.js';
import { type Deed, deeds, type TablePolicies } from './row-rules.js';
import { functionsAt, policiesAt, ruleChangeOf } from './rule-changes.js';

/** What a server does by itself, so that the rules hold for every login, whatever program it uses. */
export interface RowSecurity {
  /** Puts in force what a migration says of who may touch which rows. The tables' owner is not bound by it. */
  apply(executor: QueryExecutorProvider, migration: number): Promise<void>;
  /** Goes back to what held before a migration. */
  takeBack(executor: QueryExecutorProvider, migration: number): Promise<void>;
  /** Lets a login that is there work with the tables, as far as the rows' rules go. */
  admit(executor: QueryExecutorProvider, login: string): Promise<void>;
  /** Takes that back: the login cannot open the store any more. */
  dismiss(executor: QueryExecutorProvider, login: string): Promise<void>;
  hasLogin(executor: QueryExecutorProvider, login: string): Promise<boolean>;
  /** Who made the tables, and whether this login has that one's rights; null while there are none. */
  ownership(executor: QueryExecutorProvider): Promise<Ownership | null>;
}

/** Who made the tables of a server: that login is bound by no rule, and says who else works with them. */
export interface Ownership {
  readonly owner: string;
  /** Whether this login is that one, or may do what it may. */
  readonly isOwn: boolean;
}

/** What every member reads: it says nothing about anybody's work. */
export const sharedTables = ['schema_migrations', 'closed_places', 'audit_marks'] as const;

export const postgresRowSecurity: RowSecurity = {
  async apply(executor, migration) {
    const change = ruleChangeOf(migration);
    await change.create(executor, await place(executor));
    const before = policiesAt(migration - 1);
    for (const [table, rules] of Object.entries(change.policies)) {
      await dropPolicies(executor, table, before[table]);
      await createPolicies(executor, table, rules);
    }
    await admitAnew(executor, migration);
  },

  async takeBack(executor, migration) {
    const change = ruleChangeOf(migration);
    const before = policiesAt(migration - 1);
    for (const [table, rules] of Object.entries(change.policies)) {
      await dropPolicies(executor, table, rules);
      await createPolicies(executor, table, before[table]);
    }
    await change.drop(executor, await place(executor));
    await admitAnew(executor, migration - 1);
  },

  admit: (executor, login) => admitAt(executor, login, SCHEMA_VERSION),

  async dismiss(executor, login) {
    const role = sql.id(login);
    const schema = await place(executor);
    await sql`revoke all on all tables in schema ${schema} from ${role}`.execute(executor);
    await sql`revoke all on all functions in schema ${schema} from ${role}`.execute(executor);
    await sql`revoke all on schema ${schema} from ${role}`.execute(executor);
  },

  async hasLogin(executor, login) {
    const { rows } = await sql`select 1 from pg_roles where rolname = ${login}`.execute(executor);
    return rows.length > 0;
  },

  async ownership(executor) {
    const { rows } = await sql<Ownership>`
      select pg_get_userbyid(relowner) as owner, pg_has_role(relowner, 'usage') as "isOwn"
      from pg_class
      where relnamespace = to_regnamespace(current_setting('search_path')) and relname = 'schema_migrations'
    `.execute(executor);
    return rows[0] ?? null;
  },
};

/** What is changed has to keep to the rule before and after. */
const clauses: Readonly<Record<Deed, (rule: string, written: string) => string>> = {
  select: (rule) => `using (${rule})`,
  insert: (_, written) => `with check (${written})`,
  update: (rule, written) => `using (${rule}) with check (${written})`,
  delete: (rule) => `using (${rule})`,
};

/** Protects the rows of a table; where nothing is said, they are open again. */
async function createPolicies(
  executor: QueryExecutorProvider,
  table: string,
  rules: TablePolicies | undefined,
): Promise<void> {
  const state = sql.raw(rules === undefined ? 'disable' : 'enable');
  await sql`alter table ${sql.table(table)} ${state} row level security`.execute(executor);
  for (const deed of deeds) {
    const rule = rules?.[deed];
    if (rule === undefined) continue;
    const clause = sql.raw(clauses[deed](rule, writtenRule(rule, rules?.signed)));
    await sql`
      create policy ${sql.ref(`${table}_${deed}`)} on ${sql.table(table)} for ${sql.raw(deed)} ${clause}
    `.execute(executor);
  }
}

/** A table that was made anew has none of its policies left. */
async function dropPolicies(
  executor: QueryExecutorProvider,
  table: string,
  rules: TablePolicies | undefined,
): Promise<void> {
  for (const deed of deeds) {
    if (rules?.[deed] === undefined) continue;
    await sql`drop policy if exists ${sql.ref(`${table}_${deed}`)} on ${sql.table(table)}`.execute(executor);
  }
}

function writtenRule(rule: string, signed: string | undefined): string {
  return signed === undefined ? rule : `${signed} = session_user::text and (${rule})`;
}

/** Gives those who were let in the rights that go with a schema. */
async function admitAnew(executor: QueryExecutorProvider, schema: number): Promise<void> {
  const isProtected = Object.keys(policiesAt(schema)).length > 0;
  for (const login of await admitted(executor)) {
    await postgresRowSecurity.dismiss(executor, login);
    if (isProtected) await admitAt(executor, login, schema);
  }
}

async function admitAt(executor: QueryExecutorProvider, login: string, schema: number): Promise<void> {
  const role = sql.id(login);
  await sql`grant usage on schema ${await place(executor)} to ${role}`.execute(executor);
  for (const [table, rules] of Object.entries(policiesAt(schema))) {
    const allowed = sql.raw(deeds.filter((deed) => rules[deed] !== undefined).join(', '));
    await sql`grant ${allowed} on ${sql.table(table)} to ${role}`.execute(executor);
  }
  for (const table of sharedTables) {
    await sql`grant select on ${sql.table(table)} to ${role}`.execute(executor);
  }
  for (const name of functionsAt(schema)) {
    await sql`grant execute on function ${sql.raw(name)} to ${role}`.execute(executor);
  }
}

async function place(executor: QueryExecutorProvider) {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(executor);
  return sql.id(rows[0]?.name ?? '');
}

/** The logins that may use the schema, besides its owner. */
async function admitted(executor: QueryExecutorProvider): Promise<string[]> {
  const { rows } = await sql<{ login: string }>`
    select distinct r.rolname as login
    from pg_namespace n, aclexplode(n.nspacl) a join pg_roles r on r.oid = a.grantee
    where n.nspname = current_schema() and a.grantee <> n.nspowner
  `.execute(executor);
  return rows.map(({ login }) => login);
}
