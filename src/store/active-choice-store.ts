import type { Kysely } from 'kysely';
import { capabilitiesOf } from './dialects/capabilities.js';
import type { ActiveChoicesTable, Database } from './schema.js';

type ChoiceKind = 'session' | 'project';

/**
 * What somebody has in use at a place: the session, or the project, that commands take when none is named. On a server
 * everybody has something of one's own in use; a file is one person's.
 */
export class ActiveChoiceStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** The choice made for the deepest of these folders that has one: before schema 7, it may be anybody's. */
  async nearest(folders: readonly string[], kind: ChoiceKind): Promise<string | null> {
    const rows = await this.#database
      .selectFrom('active_choices')
      .select(['login', 'place', 'chosen'])
      .where('login', 'in', ['', this.#login])
      .where('place', 'in', folders)
      .where('kind', '=', kind)
      .execute();
    return rows.sort(nearestFirst)[0]?.chosen ?? null;
  }

  async choose(place: string, kind: ChoiceKind, chosen: string, at: Date): Promise<void> {
    const values = { login: this.#login, place, kind, chosen, at: at.toISOString() };
    await this.#database
      .insertInto('active_choices')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['login', 'place', 'kind']).doUpdateSet({ chosen, at: values.at }),
      )
      .execute();
  }

  async forget(chosen: string): Promise<void> {
    await this.#database.deleteFrom('active_choices').where('chosen', '=', chosen).execute();
  }
  /** Who has logged in, to the server. */
  get #login() {
    return capabilitiesOf(this.#database).whoWorks;
  }
}

/** The deepest place first, and there one's own choice. */
function nearestFirst(a: Choice, b: Choice): number {
  return b.place.length - a.place.length || b.login.length - a.login.length;
}

type Choice = Pick<ActiveChoicesTable, 'login' | 'place'>;
