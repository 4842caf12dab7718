import type { Kysely } from 'kysely';
import type { Database } from './schema.js';

type ChoiceKind = 'session' | 'project';

/** What is in use at a place: the session, or the project, that commands take when none is named. */
export class ActiveChoiceStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** The choice made for the deepest of these folders that has one. */
  async nearest(folders: readonly string[], kind: ChoiceKind): Promise<string | null> {
    const rows = await this.#database
      .selectFrom('active_choices')
      .select(['place', 'chosen'])
      .where('place', 'in', folders)
      .where('kind', '=', kind)
      .execute();
    return rows.sort((a, b) => b.place.length - a.place.length)[0]?.chosen ?? null;
  }

  async choose(place: string, kind: ChoiceKind, chosen: string, at: Date): Promise<void> {
    const values = { place, kind, chosen, at: at.toISOString() };
    await this.#database
      .insertInto('active_choices')
      .values(values)
      .onConflict((conflict) => conflict.columns(['place', 'kind']).doUpdateSet({ chosen, at: values.at }))
      .execute();
  }

  async forget(chosen: string): Promise<void> {
    await this.#database.deleteFrom('active_choices').where('chosen', '=', chosen).execute();
  }
}
