import type { Kysely } from 'kysely';
import type { SessionId } from '../base/ids.js';
import type { Phase } from '../engine/session/phase.js';
import type { Database, PhaseRatingsTable } from './schema.js';
import { inTransaction } from './transaction.js';

/** How good somebody found a phase of a session. */
export interface PhaseRating {
  readonly session: SessionId;
  readonly phase: Phase;
  /** From 1, bad, to 5, good. */
  readonly rating: number;
  readonly note: string | null;
  readonly actor: string;
  readonly at: Date;
}

/** The ratings of phases: they are added, and the newest of a phase counts. */
export class PhaseRatingStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  async add({ session, phase, at, ...rating }: PhaseRating): Promise<void> {
    await inTransaction(this.#database, [`session:${session}`], async (transaction) => {
      const { last } = await transaction
        .selectFrom('phase_ratings')
        .select(({ fn }) => fn.max('number').as('last'))
        .where('session_id', '=', session)
        .where('phase', '=', phase)
        .executeTakeFirstOrThrow();
      const number = Number(last ?? 0) + 1;
      await transaction
        .insertInto('phase_ratings')
        .values({ session_id: session, phase, number, at: at.toISOString(), ...rating })
        .execute();
    });
  }

  /** The ratings of a session that count, one a phase at most. */
  async ofSession(session: SessionId): Promise<PhaseRating[]> {
    const rows = await this.#database
      .selectFrom('phase_ratings as r')
      .selectAll()
      .where('r.session_id', '=', session)
      .where('r.number', '=', ({ selectFrom }) =>
        selectFrom('phase_ratings as n')
          .select(({ fn }) => fn.max('n.number').as('last'))
          .whereRef('n.session_id', '=', 'r.session_id')
          .whereRef('n.phase', '=', 'r.phase'),
      )
      .execute();
    return rows.map(ratingFromRow);
  }
}

function ratingFromRow(row: PhaseRatingsTable): PhaseRating {
  return {
    session: row.session_id as SessionId,
    phase: row.phase as Phase,
    rating: row.rating,
    note: row.note,
    actor: row.actor,
    at: new Date(row.at),
  };
}
