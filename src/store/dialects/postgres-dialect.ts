import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type DataTypeNode,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryExecutorProvider,
  type QueryResult,
  SelectQueryNode,
} from 'kysely';
import type { PoolClient } from 'pg';
import { decodeStoredText, encodeStoredText } from '../../base/text/stored-text.js';
import { StoreUnavailableError } from '../errors.js';
import { postgresCapabilities } from './postgres-capabilities.js';
import { asPostgresFault, isLostConnection, isLostOnTheWay } from './postgres-fault.js';
import type { PostgresServer } from './postgres-server.js';
import { RepeatedStatements } from './repeated-statements.js';

/** Kysely over the connections to one PostgreSQL database. */
export class PostgresServerDialect implements Dialect {
  readonly #server: PostgresServer;

  constructor(server: PostgresServer) {
    this.#server = server;
  }

  createDriver(): Driver {
    return new ServerDriver(this.#server);
  }

  createQueryCompiler(): PostgresQueryCompiler {
    return new PortableTypesCompiler();
  }

  createAdapter(): PostgresAdapter {
    return new ServerAdapter();
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(database);
  }
}

class ServerAdapter extends PostgresAdapter {
  readonly capabilities = postgresCapabilities;
}

/** The types of columns as the migrations name them, SQLite's, in PostgreSQL's words. */
const typesOfColumns: Readonly<Record<string, string>> = {
  // The order of code points, as in SQLite, whatever the language of the server.
  text: 'text collate "C"',
  blob: 'bytea',
  integer: 'bigint',
  real: 'double precision',
};

class PortableTypesCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    this.append(typesOfColumns[node.dataType] ?? node.dataType);
  }
}

class ServerDriver implements Driver {
  readonly #server: PostgresServer;
  readonly #connections = new WeakMap<DatabaseConnection, ServerConnection>();
  readonly #repeated = new RepeatedStatements();

  constructor(server: PostgresServer) {
    this.#server = server;
  }

  async init(): Promise<void> {
    // Connections are made when they are needed.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = new ServerConnection(this.#server, this.#repeated, await this.#server.connect());
    this.#connections.set(connection, connection);
    return connection;
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#own(connection).release();
  }

  beginTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#own(connection).begin();
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#own(connection).commit();
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#own(connection).rollback();
  }

  destroy(): Promise<void> {
    return this.#server.end();
  }

  #own(connection: DatabaseConnection): ServerConnection {
    const own = this.#connections.get(connection);
    if (own === undefined) throw new Error('the connection is of another store');
    return own;
  }
}

/** How often a question is asked again that broke off on its way. */
const MOST_READS = 3;

/** Has the client of a transaction do what Kysely has no words for. It is not done again when the connection breaks. */
export function withClientOf(
  transaction: QueryExecutorProvider,
  work: (client: PoolClient) => Promise<void>,
): Promise<void> {
  return transaction.getExecutor().provideConnection(async (connection) => {
    if (!(connection instanceof ServerConnection)) throw new Error('the database is not on a server');
    await connection.withClient(work);
  });
}

class ServerConnection implements DatabaseConnection {
  readonly #server: PostgresServer;
  readonly #repeated: RepeatedStatements;
  #client: PoolClient;
  #inTransaction = false;
  /** Of a transaction of which nothing else was said yet. */
  #beginning: Promise<unknown> | null = null;
  #isLost = false;
  /** Given back already; only while there is no other in its place. */
  #isReleased = false;

  constructor(server: PostgresServer, repeated: RepeatedStatements, client: PoolClient) {
    this.#server = server;
    this.#repeated = repeated;
    this.#client = client;
  }

  /** Questions are asked again when the connection breaks. Of a change by itself, nobody knows then whether it was made. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    for (let reads = 1; ; reads++) {
      try {
        return await this.#queryInTurn<Row>(query);
      } catch (error) {
        if (this.#inTransaction || !isLostConnection(error)) throw error;
        if (isChange(query) && isLostOnTheWay(error)) throw this.#uncertain(error);
        if (!SelectQueryNode.is(query.query) || reads === MOST_READS) throw error;
      }
      await this.#replace();
    }
  }

  // biome-ignore lint/correctness/useYield: the contract of a connection; nothing here reads in streams
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are read in pages');
  }

  /** Nobody waits for the answer: it comes with that of the first statement. */
  async begin(): Promise<void> {
    this.#inTransaction = true;
    this.#beginning = this.#query(CompiledQuery.raw('begin'));
    this.#beginning.catch(() => {});
  }

  /** Where the connection breaks here, nobody knows whether the server has written it. */
  async commit(): Promise<void> {
    try {
      await this.#query(CompiledQuery.raw('commit'));
    } catch (error) {
      throw isLostOnTheWay(error) ? this.#uncertain(error) : error;
    } finally {
      this.#inTransaction = false;
    }
  }

  /** What is wrong with a connection that is lost is told already, and the server takes back by itself. */
  async rollback(): Promise<void> {
    this.#inTransaction = false;
    if (!this.#isLost) await this.#query(CompiledQuery.raw('rollback')).catch(() => {});
  }

  release(): void {
    if (!this.#isReleased) this.#client.release(this.#isLost);
  }

  /** Transactions may also be begun by a statement, such as those that only read. */
  async #queryInTurn<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#query<Row>(query);
    if (BEGINNING.test(query.sql)) this.#inTransaction = true;
    else if (END.test(query.sql)) this.#inTransaction = false;
    return result;
  }

  #uncertain(cause: unknown): StoreUnavailableError {
    return new StoreUnavailableError(
      'STORE_UNCERTAIN',
      `The store ${this.#server.location} broke off the connection while it confirmed a change: nobody knows whether it was written.`,
      { hint: 'Look whether the change is there before you repeat the command.' },
      cause,
    );
  }

  /** Has a client do one thing, behind the beginning of a transaction of which nothing else was said yet. */
  async withClient<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const beginning = this.#beginning;
    this.#beginning = null;
    const [result] = await Promise.all([this.#explaining(() => work(this.#client)), beginning]);
    return result;
  }

  #query<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { sql: text, parameters } = query;
    const name = this.#repeated.nameOf(query);
    return this.withClient(async (client) => {
      const { rows, rowCount } = await client.query({
        text,
        values: parameters.map(encoded),
        ...(name !== undefined && { name }),
      });
      for (const row of rows) decode(row);
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    });
  }

  async #explaining<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const fault = asPostgresFault(error, this.#server.location);
      this.#isLost = isLostConnection(fault);
      throw fault;
    }
  }

  async #replace(): Promise<void> {
    this.#client.release(true);
    this.#isReleased = true;
    this.#client = await this.#server.connect();
    this.#isReleased = false;
    this.#isLost = false;
  }
}

const BEGINNING = /^\s*begin\b/i;
const END = /^\s*(?:commit|rollback)\b/i;
const HARMLESS = /^\s*(?:select|begin|commit|rollback|set|show|declare|fetch|close)\b/i;

function isChange({ query, sql }: CompiledQuery): boolean {
  return !SelectQueryNode.is(query) && !HARMLESS.test(sql);
}

function encoded(value: unknown): unknown {
  return typeof value === 'string' ? encodeStoredText(value) : value;
}

function decode(row: Record<string, unknown>): void {
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'string') row[column] = decodeStoredText(value);
    else if (value instanceof Buffer)
      row[column] = new Uint8Array(value.buffer, value.byteOffset, value.length);
  }
}
