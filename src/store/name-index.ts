import { existsSync } from 'node:fs';
import { openSqliteToRead, type SqliteConnection } from './dialects/sqlite-connection.js';
import { idRange } from './id-prefix.js';

export interface NamedRow {
  readonly name: string;
  readonly description: string;
}

/**
 * The names in a store file, for a shell that completes a word. It goes past the query builder, which takes
 * longer to load than the shell may be kept waiting.
 */
export class NameIndex {
  readonly #connection: SqliteConnection;

  private constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  /** Null when there is no store yet; none is made. */
  static open(location: string): NameIndex | null {
    return existsSync(location) ? new NameIndex(openSqliteToRead(location)) : null;
  }

  /** The sessions whose id begins so, the last touched first, with their titles. */
  sessions(prefix: string, limit: number): NamedRow[] {
    const { from, to } = idRange(prefix);
    // Few letters leave most sessions: then the index on the time has the newest at hand, and the plus keeps
    // SQLite from the one on the id.
    const id = prefix.length < 3 ? '+id' : 'id';
    return this.#rows(
      `select id as name, title as description from orchestration_sessions
       where deleted_at is null and ${id} >= ? and ${id} < ? order by updated_at desc limit ?`,
      [from, to, limit],
    );
  }

  /** The projects that are not archived, by name. */
  projects(): NamedRow[] {
    return this.#rows(
      `select name, coalesce(description, root, '') as description from projects
       where archived_at is null order by name`,
      [],
    );
  }

  close(): void {
    this.#connection.close();
  }

  #rows(sql: string, parameters: readonly unknown[]): NamedRow[] {
    const rows = this.#connection.prepare(sql).all(parameters);
    return rows.map((row) => {
      const { name, description } = Object(row);
      return { name: String(name), description: String(description) };
    });
  }
}
