import { type QueryExecutorProvider, sql } from 'kysely';
import { createMembershipFunctions, dropMembershipFunctions } from './membership-functions.js';
import { type Deed, policies, sharedTables } from './policies.js';

/** What a server does by itself, so that the rules hold for every login, whatever program it uses. */
export interface RowSecurity {
  /** Protects the rows of all tables. Their owner is not bound by it: that is the administrator. */
  enable(executor: QueryExecutorProvider): Promise<void>;
  disable(executor: QueryExecutorProvider): Promise<void>;
  /** Lets a login that is there work with the tables, as far as the rows' rules go. */
  admit(executor: QueryExecutorProvider, login: string): Promise<void>;
  /** Takes that back: the login cannot open the store any more. */
  dismiss(executor: QueryExecutorProvider, login: string): Promise<void>;
  hasLogin(executor: QueryExecutorProvider, login: string): Promise<boolean>;
  /** Whether this login made the tables, and may say who else works with them. */
  isOwner(executor: QueryExecutorProvider): Promise<boolean>;
}

export const postgresRowSecurity: RowSecurity = {
  async enable(executor) {
    await createMembershipFunctions(executor);
    for (const [table, rules] of Object.entries(policies)) {
      await sql`alter table ${sql.table(table)} enable row level security`.execute(executor);
      for (const deed of deeds) {
        const rule = rules[deed];
        if (rule === undefined) continue;
        const name = sql.ref(`${table}_${deed}`);
        const clause = sql.raw(clauses[deed](rule, writtenRule(rule, rules.signed)));
        await sql`
          create policy ${name} on ${sql.table(table)} for ${sql.raw(deed)} ${clause}
        `.execute(executor);
      }
    }
  },

  async disable(executor) {
    for (const login of await admitted(executor)) await postgresRowSecurity.dismiss(executor, login);
    for (const [table, rules] of Object.entries(policies)) {
      for (const deed of deeds) {
        if (rules[deed] === undefined) continue;
        await sql`drop policy ${sql.ref(`${table}_${deed}`)} on ${sql.table(table)}`.execute(executor);
      }
      await sql`alter table ${sql.table(table)} disable row level security`.execute(executor);
    }
    await dropMembershipFunctions(executor);
  },

  async admit(executor, login) {
    const role = sql.id(login);
    await sql`grant usage on schema ${await place(executor)} to ${role}`.execute(executor);
    for (const [table, rules] of Object.entries(policies)) {
      const allowed = sql.raw(deeds.filter((deed) => rules[deed] !== undefined).join(', '));
      await sql`grant ${allowed} on ${sql.table(table)} to ${role}`.execute(executor);
    }
    for (const table of sharedTables) {
      await sql`grant select on ${sql.table(table)} to ${role}`.execute(executor);
    }
  },

  async dismiss(executor, login) {
    const role = sql.id(login);
    const schema = await place(executor);
    await sql`revoke all on all tables in schema ${schema} from ${role}`.execute(executor);
    await sql`revoke all on schema ${schema} from ${role}`.execute(executor);
  },

  async hasLogin(executor, login) {
    const { rows } = await sql`select 1 from pg_roles where rolname = ${login}`.execute(executor);
    return rows.length > 0;
  },

  async isOwner(executor) {
    const { rows } = await sql<{ bound: boolean }>`
      select row_security_active('project_members') as bound
    `.execute(executor);
    return rows[0]?.bound === false;
  },
};

const deeds: readonly Deed[] = ['select', 'insert', 'update', 'delete'];

/** What is changed has to keep to the rule before and after. */
const clauses: Readonly<Record<Deed, (rule: string, written: string) => string>> = {
  select: (rule) => `using (${rule})`,
  insert: (_, written) => `with check (${written})`,
  update: (rule, written) => `using (${rule}) with check (${written})`,
  delete: (rule) => `using (${rule})`,
};

function writtenRule(rule: string, signed: string | undefined): string {
  return signed === undefined ? rule : `${signed} = session_user::text and (${rule})`;
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
