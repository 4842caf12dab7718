import { sql } from 'kysely';
import type { Capabilities } from './capabilities.js';
import { columnsIn } from './sqlite-columns.js';
import { sqliteSearch } from './sqlite-search.js';

export const sqliteCapabilities: Capabilities = {
  dialect: 'sqlite',
  upgradesItself: true,
  // A transaction has the file for itself from its beginning, and has waited for that: there is no conflict.
  lock: () => Promise.resolve(),
  isConflict: () => false,
  makePlace: () => Promise.resolve(),
  isDuplicate: (error, table, column) =>
    error instanceof Error && error.message.includes(`UNIQUE constraint failed: ${table}.${column}`),
  isMissingTable: (error) => error instanceof Error && error.message.includes('no such table'),
  overwriteRemoved: async (executor) => void (await sql`pragma secure_delete = on`.execute(executor)),
  async purge(executor) {
    await sql`vacuum`.execute(executor);
    await sql`pragma wal_checkpoint(truncate)`.execute(executor);
  },
  position: (text, part) => sql`instr(${text}, ${part})`,
  countedKey: (column) => column.primaryKey(),
  storedByKey: sql`without rowid`,
  takingFreeRows: sql``,
  // The order of the query is kept for functions that may depend on it, which all are that come from outside.
  columns: columnsIn,
  search: sqliteSearch,
  now: () => Promise.resolve(null),
  login: () => Promise.resolve(null),
  whoWorks: sql`''`,
  rowSecurity: null,
};
