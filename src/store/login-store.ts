import type { Kysely } from 'kysely';
import { capabilitiesOf } from './dialects/capabilities.js';
import type { Ownership, RowSecurity } from './row-security/row-security.js';
import type { Database } from './schema.js';

/** The logins of a server, as far as they work with the store. */
export class LoginStore {
  readonly #database: Kysely<Database>;
  readonly #security: RowSecurity;

  private constructor(database: Kysely<Database>, security: RowSecurity) {
    this.#database = database;
    this.#security = security;
  }

  /** Null for a file, which knows no logins. */
  static of(database: Kysely<Database>): LoginStore | null {
    const { rowSecurity } = capabilitiesOf(database);
    return rowSecurity && new LoginStore(database, rowSecurity);
  }

  /** Whether the server has such a login, or a group of them. */
  has(login: string): Promise<boolean> {
    return this.#security.hasLogin(this.#database, login);
  }

  /** Who made the tables, and whether this login has that one's rights; null while there are none. */
  ownership(): Promise<Ownership | null> {
    return this.#security.ownership(this.#database);
  }

  /** Lets a login work with the tables, as far as the rules of their rows go. */
  admit(login: string): Promise<void> {
    return this.#security.admit(this.#database, login);
  }

  /** Takes that back. */
  dismiss(login: string): Promise<void> {
    return this.#security.dismiss(this.#database, login);
  }
}
