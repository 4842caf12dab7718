import { existsSync } from 'node:fs';
import { openSqliteToRead, type SqliteConnection } from './dialects/sqlite-connection.js';
import { idRange } from './id-prefix.js';

export interface NamedRow {
  readonly name: string;
  readonly description: string;
}

/** As much of a session as it takes to tell whether it is the one that is meant. */
export interface IndexedSession {
  readonly id: string;
  readonly isDeleted: boolean;
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

  /** Whether there is anything that not everybody may see: it takes more than names to tell. */
  hasMembers(): boolean {
    return (
      this.#rows('select login as name, role as description from project_members limit 1', []).length > 0
    );
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

  /** The executions whose id begins so, the newest first, with what answered and what became of them. */
  executions(prefix: string, limit: number): NamedRow[] {
    const { from, to } = idRange(prefix);
    // As with sessions.
    const id = prefix.length < 3 ? '+id' : 'id';
    return this.#rows(
      `select id as name, coalesce(model, kind) || coalesce(', ' || prompt_reference, '') || ', ' || status as description
       from executions where ${id} >= ? and ${id} < ? order by created_at desc limit ?`,
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

  /** The attempts of a session, in their order, with their step and what became of them. */
  attempts(session: string): NamedRow[] {
    return this.#rows(
      `select id as name, step || ' ' || attempt || ', ' || outcome as description
       from orchestration_phases where session_id = ? order by position`,
      [session],
    );
  }

  /** The prompts of any project whose name begins so, each name once. */
  prompts(prefix: string, limit: number): NamedRow[] {
    const { from, to } = idRange(prefix);
    return this.#rows(
      `select name, coalesce(max(description), '') as description from prompts
       where deleted_at is null and name >= ? and name < ? group by name order by name limit ?`,
      [from, to, limit],
    );
  }

  /** The labels of the prompts of a name, as `name@label`. */
  promptLabels(name: string): NamedRow[] {
    return this.#rows(
      `select p.name || '@' || l.label as name, 'version ' || l.version as description
       from prompts p join prompt_labels l on l.prompt_id = p.id
       where p.deleted_at is null and p.name = ? order by l.label`,
      [name],
    );
  }

  /** The batches whose name or id begins so, the newest first, with what they ask and how they stand. */
  batches(prefix: string, limit: number): NamedRow[] {
    const { from, to } = idRange(prefix);
    return this.#rows(
      `select name, description from (
         select name, prompt_reference || ', ' || status as description, created_at, 0 as is_id
         from batches where name >= ? and name < ?
         union all
         select id, prompt_reference || ', ' || status, created_at, 1 from batches where id >= ? and id < ?
       ) order by created_at desc, is_id limit ?`,
      [from, to, from, to, limit],
    );
  }

  /** The experiments whose name begins so, and the archived ones whose id does, the newest first, with how they stand. */
  experiments(prefix: string, limit: number): NamedRow[] {
    const { from, to } = idRange(prefix);
    return this.#rows(
      `select name, description from (
         select name, status as description, created_at from experiments
         where archived_at is null and name >= ? and name < ?
         union all
         select id, status, created_at from experiments
         where archived_at is not null and id >= ? and id < ?
       ) order by created_at desc, name limit ?`,
      [from, to, from, to, limit],
    );
  }

  /** The optimisations whose id begins so, the newest first, with what they are about and how they stand. */
  optimizations(prefix: string, limit: number): NamedRow[] {
    const { from, to } = idRange(prefix);
    return this.#rows(
      `select id as name, prompt_reference || ', ' || status as description from optimizations
       where id >= ? and id < ? order by created_at desc limit ?`,
      [from, to, limit],
    );
  }

  /** The workflows of any project whose name begins so, each name once. */
  workflows(prefix: string, limit: number): NamedRow[] {
    const { from, to } = idRange(prefix);
    return this.#rows(
      `select name, coalesce(max(description), '') as description from workflows
       where deleted_at is null and name >= ? and name < ? group by name order by name limit ?`,
      [from, to, limit],
    );
  }

  /** The runs of workflows whose id begins so, the newest first, with how they stand. */
  runs(prefix: string, limit: number): NamedRow[] {
    const { from, to } = idRange(prefix);
    return this.#rows(
      `select id as name, status as description from runs
       where kind = 'workflow' and id >= ? and id < ? order by created_at desc limit ?`,
      [from, to, limit],
    );
  }

  /** The sessions whose id begins so, deleted ones too; two at most. */
  sessionsWithIdPrefix(prefix: string): IndexedSession[] {
    const { from, to } = idRange(prefix);
    return this.#all(
      `select id, deleted_at is not null as deleted from orchestration_sessions
       where id >= ? and id < ? order by id limit 2`,
      [from, to],
    ).map(sessionFrom);
  }

  /** The sessions with exactly this title; two at most. */
  sessionsTitled(title: string): IndexedSession[] {
    return this.#all(
      'select id, 0 as deleted from orchestration_sessions where title = ? and deleted_at is null limit 2',
      [title],
    ).map(sessionFrom);
  }

  /** The deepest of these folders that is the root of a project in use. */
  deepestRoot(folders: readonly string[]): string | null {
    return this.#first(
      `select root as value from projects where root in (${marksFor(folders)}) and archived_at is null
       order by length(root) desc limit 1`,
      folders,
    );
  }

  /** The id of the session chosen for the deepest of these folders that has one. */
  sessionInUse(folders: readonly string[]): string | null {
    return this.#first(
      `select chosen as value from active_choices
       where login = '' and place in (${marksFor(folders)}) and kind = 'session'
       order by length(place) desc limit 1`,
      folders,
    );
  }

  close(): void {
    this.#connection.close();
  }

  #rows(sql: string, parameters: readonly unknown[]): NamedRow[] {
    return this.#all(sql, parameters).map((row) => {
      const { name, description } = Object(row);
      return { name: String(name), description: String(description) };
    });
  }

  #first(sql: string, parameters: readonly unknown[]): string | null {
    const [row] = this.#all(sql, parameters);
    return row === undefined ? null : String(Object(row).value);
  }

  #all(sql: string, parameters: readonly unknown[]): unknown[] {
    return this.#connection.prepare(sql).all(parameters);
  }
}

function sessionFrom(row: unknown): IndexedSession {
  const { id, deleted } = Object(row);
  return { id: String(id), isDeleted: Number(deleted) !== 0 };
}

function marksFor(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
