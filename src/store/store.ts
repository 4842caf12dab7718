import { Kysely } from 'kysely';
import { ActiveChoiceStore } from './active-choice-store.js';
import type { SqliteConnection } from './dialects/sqlite-connection.js';
import { SqliteFileDialect } from './dialects/sqlite-dialect.js';
import { ProjectStore } from './project-store.js';
import type { Database } from './schema.js';
import { SessionJournalStore } from './session-journal-store.js';
import { SessionRecordStore } from './session-record-store.js';
import { SessionStore } from './session-store.js';

/** An open store: one database and the repositories on it. */
export class Store {
  /** The file's path, as messages name it. */
  readonly location: string;
  readonly database: Kysely<Database>;
  readonly sessions: SessionStore;
  readonly journal: SessionJournalStore;
  readonly records: SessionRecordStore;
  readonly projects: ProjectStore;
  readonly activeChoices: ActiveChoiceStore;
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection, location: string) {
    this.#connection = connection;
    this.location = location;
    this.database = new Kysely<Database>({ dialect: new SqliteFileDialect(connection) });
    this.sessions = new SessionStore(this.database);
    this.journal = new SessionJournalStore(this.database);
    this.records = new SessionRecordStore(this.database);
    this.projects = new ProjectStore(this.database);
    this.activeChoices = new ActiveChoiceStore(this.database);
  }

  /** Writes a consistent copy while others go on reading and writing. */
  async backupTo(file: string): Promise<void> {
    await this.#connection.backupTo(file);
  }

  close(): Promise<void> {
    return this.database.destroy();
  }
}
