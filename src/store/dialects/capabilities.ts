import type { ColumnDefinitionBuilder, DialectAdapter, QueryExecutorProvider, RawBuilder } from 'kysely';
import type { RowSecurity } from '../row-security/row-security.js';
import type { WriteLock } from '../transaction.js';
import type { SearchIndexes } from './search-indexes.js';

/** Rows of which a text and some numbers are wanted. */
export interface WantedColumns {
  /** A query that has the columns, in the order of the text. */
  readonly query: RawBuilder<unknown>;
  readonly text: string;
  /** None of them is null in any row. */
  readonly numbers: readonly string[];
}

/** The columns of rows: for the text the number of the run of equal ones that a row belongs to, from 1; the numbers as they are. */
export interface FoundColumns {
  readonly runs: Int32Array;
  readonly numbers: readonly Float64Array[];
}

/** All that the databases do differently. Everything else is said once, in SQL that both understand. */
export interface Capabilities {
  readonly dialect: 'sqlite' | 'postgres';
  /** Whether the schema of a store is brought up to date when it is opened; a server's waits for `db upgrade`. */
  readonly upgradesItself: boolean;
  /** Takes locks until the end of the transaction. */
  lock(transaction: QueryExecutorProvider, locks: readonly WriteLock[]): Promise<void>;
  /** Whether a transaction failed only because of others, so that it can be done again. */
  isConflict(error: unknown): boolean;
  /** Makes the place where the tables are, when there is none yet. */
  makePlace(executor: QueryExecutorProvider): Promise<void>;
  /** Whether a statement failed because another row has the same in a column whose values are unique. */
  isDuplicate(error: unknown, table: string, column: string): boolean;
  /** Whether a statement failed because a table of it is not there. */
  isMissingTable(error: unknown): boolean;
  /** Has what is removed from now on overwritten at once, where the database can. */
  overwriteRemoved(executor: QueryExecutorProvider): Promise<void>;
  /** Leaves nothing of removed rows in the files, as far as the database can. Not inside a transaction. */
  purge(executor: QueryExecutorProvider): Promise<void>;
  /** Where a text stands in another, from 1; 0 when it does not. */
  position(text: RawBuilder<unknown>, part: RawBuilder<unknown>): RawBuilder<number>;
  /** Makes a column of whole numbers the key of its table, which counts by itself. */
  countedKey(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
  /** What a table has at its end that is to be stored in the order of its key; null where there is no such thing. */
  readonly storedByKey: RawBuilder<unknown> | null;
  /** What a query has at its end whose rows are to be changed: it has them for itself, and passes over those of others. */
  readonly takingFreeRows: RawBuilder<unknown>;
  /** Reads columns of very many rows. A row by itself takes the drivers longer than all that is done with it. */
  columns(executor: QueryExecutorProvider, wanted: WantedColumns): Promise<FoundColumns>;
  readonly search: SearchIndexes;
  /** What time it is for all who use the store, in milliseconds since 1970; null where that is this machine's. */
  now(executor: QueryExecutorProvider): Promise<number | null>;
  /** Who has logged in; null where there is no such thing. */
  login(executor: QueryExecutorProvider): Promise<string | null>;
  /** The same as a value in SQL; empty where there is no such thing. */
  readonly whoWorks: RawBuilder<string>;
  /** Protects rows from logins that may not touch them; null for a file, which is open to whoever can read it. */
  readonly rowSecurity: RowSecurity | null;
}

/** What the database of an executor can do: a Kysely of ours or a transaction of it. */
export function capabilitiesOf(executor: QueryExecutorProvider): Capabilities {
  const { adapter } = executor.getExecutor();
  if (!isOurs(adapter)) throw new Error('the database was not opened by openStore');
  return adapter.capabilities;
}

/** Both dialects hang their capabilities on the adapter, which every executor and transaction knows. */
function isOurs(
  adapter: DialectAdapter,
): adapter is DialectAdapter & { readonly capabilities: Capabilities } {
  return 'capabilities' in adapter;
}
