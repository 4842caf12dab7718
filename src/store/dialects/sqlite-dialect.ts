import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryExecutorProvider,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { sqliteCapabilities } from './sqlite-capabilities.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { waitForLock } from './wait-for-lock.js';

/** Kysely over one open SQLite file, made safe for several processes at once. */
export class SqliteFileDialect implements Dialect {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  createDriver(): Driver {
    return new SharedFileDriver(this.#connection);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new FileAdapter(this.#connection);
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(database);
  }
}

class FileAdapter extends SqliteAdapter {
  readonly capabilities = sqliteCapabilities;
  readonly file: SqliteConnection;

  constructor(file: SqliteConnection) {
    super();
    this.file = file;
  }
}

/**
 * The open file of a transaction, or of a connection that is held: for what is done so often that Kysely's way to it
 * would cost more than the work, and for what does not wait until others let go of the file.
 */
export function fileOf(held: QueryExecutorProvider): SqliteConnection {
  const { adapter } = held.getExecutor();
  if (!(adapter instanceof FileAdapter)) throw new Error('the database is no SQLite file');
  return adapter.file;
}

/** Waits for the write lock where it is needed, and takes it when a transaction begins. */
class SharedFileDriver extends SqliteDriver {
  readonly #file: SqliteConnection;

  constructor(file: SqliteConnection) {
    super({ database: file });
    this.#file = file;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => waitForLock(() => connection.executeQuery(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }

  /**
   * A deferred transaction that reads first and writes later cannot wait for the lock any more: SQLite
   * fails it at once, whatever the timeout (https://sqlite.org/isolation.html).
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  /** Without this, the fault that ended a transaction would be hidden behind "no transaction is active". */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}
