import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { postgresRowSecurity } from '../row-security/row-security.js';
import type { WriteLock } from '../transaction.js';
import type { Capabilities } from './capabilities.js';
import { columnsIn } from './postgres-columns.js';
import { isPostgresConflict } from './postgres-fault.js';
import { postgresSearch } from './postgres-search.js';

export const postgresCapabilities: Capabilities = {
  dialect: 'postgres',
  upgradesItself: false,
  lock,
  isConflict: isPostgresConflict,
  makePlace,
  isDuplicate: (error, table, column) =>
    error instanceof Error && 'constraint' in error && error.constraint === `${table}_${column}_key`,
  isMissingTable: (error) => error instanceof Error && 'code' in error && error.code === '42P01',
  overwriteRemoved: () => Promise.resolve(),
  purge: async (executor) => void (await sql`vacuum`.execute(executor)),
  position: (text, part) => sql`strpos(${text}, ${part})`,
  countedKey: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
  storedByKey: null,
  takingFreeRows: sql`for update skip locked`,
  columns: columnsIn,
  search: postgresSearch,
  now,
  login,
  whoWorks: sql`session_user::text`,
  rowSecurity: postgresRowSecurity,
};

/**
 * Advisory locks of the transaction (https://www.postgresql.org/docs/current/explicit-locking.html). Whoever writes
 * shares the store's, so that who has that for itself has everything. They are taken in one order by all, the
 * audit log's always last, so that no two wait for each other.
 */
async function lock(transaction: QueryExecutorProvider, locks: readonly WriteLock[]): Promise<void> {
  const taken = locks.includes('store') ? [forItself('')] : [sharing(''), ...inOrder(locks).map(taking)];
  await sql`select ${sql.join(taken)}`.execute(transaction);
}

async function now(executor: QueryExecutorProvider): Promise<number | null> {
  const { rows } = await sql<{ now: number }>`
    select cast(extract(epoch from clock_timestamp()) * 1000 as float) as now
  `.execute(executor);
  return rows[0]?.now ?? null;
}

async function login(executor: QueryExecutorProvider): Promise<string | null> {
  const { rows } = await sql<{ login: string }>`select session_user::text as login`.execute(executor);
  return rows[0]?.login ?? null;
}

/** Whoever may not make schemas can use one that is there. */
async function makePlace(executor: QueryExecutorProvider): Promise<void> {
  await sql`
    do $$ begin
      if to_regnamespace(current_setting('search_path')) is null then
        execute 'create schema ' || current_setting('search_path');
      end if;
    end $$
  `.execute(executor);
}

const SHARED = ':shared';

function taking(name: WriteLock): RawBuilder<unknown> {
  return name.endsWith(SHARED) ? sharing(name.slice(0, -SHARED.length)) : forItself(name);
}

function sharing(name: string): RawBuilder<unknown> {
  return sql`pg_advisory_xact_lock_shared(${keyOf(name)})`;
}

function forItself(name: string): RawBuilder<unknown> {
  return sql`pg_advisory_xact_lock(${keyOf(name)})`;
}

function keyOf(name: string): RawBuilder<unknown> {
  return sql`hashtextextended(current_setting('search_path') || ${name}, 0)`;
}

function inOrder(locks: readonly WriteLock[]): WriteLock[] {
  const isAudit = (lock: WriteLock) => (lock === 'audit' ? 1 : 0);
  // What is had alone needs not be shared, and who shares it already could not get it alone.
  const needed = locks.filter((lock) => !locks.some((other) => lock === `${other}${SHARED}`));
  return needed.sort((a, b) => isAudit(a) - isAudit(b) || (a < b ? -1 : 1));
}
