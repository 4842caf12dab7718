import type { Kysely } from 'kysely';
import type { ExperimentId, SessionId } from '../base/ids.js';
import type { Experiment } from '../engine/experiment/experiment.js';
import { variantFromColumn } from './assignment-row.js';
import { dateOrNull } from './column-values.js';
import type { Database } from './schema.js';

/** That a session takes part in an experiment. */
export interface SessionExperiment {
  readonly experiment: Pick<Experiment, 'id' | 'name' | 'archivedAt'>;
  /** What the variant is called; null where the session is left out by the hold-out. */
  readonly variant: string | null;
  /** Whether somebody chose it. */
  readonly chosen: boolean;
}

/** What sessions have to do with experiments. */
export class SessionExperimentStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** Whether any experiment may have a hand in sessions that begin. It takes no time where there is none. */
  async anyDeciding(): Promise<boolean> {
    const found = await this.#database
      .selectFrom('experiments')
      .select('id')
      .where('status', 'in', ['running', 'paused'])
      .where('unit', '<>', 'row')
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  }

  /** What a session takes part in, in the order of the experiments' names. */
  async ofSession(session: SessionId): Promise<SessionExperiment[]> {
    const rows = await this.#database
      .selectFrom('experiment_assignments as a')
      .innerJoin('experiments as e', 'e.id', 'a.experiment_id')
      .leftJoin('experiment_variants as v', (join) =>
        join.onRef('v.experiment_id', '=', 'a.experiment_id').onRef('v.position', '=', 'a.variant'),
      )
      .select(['e.id', 'e.name', 'e.archived_at', 'v.name as variant', 'a.variant as position', 'a.chosen'])
      .where('a.unit', '=', session)
      .orderBy('e.name')
      .orderBy('e.id')
      .execute();
    return rows.map(({ id, name, archived_at, variant, position, chosen }) => ({
      experiment: { id: id as ExperimentId, name, archivedAt: dateOrNull(archived_at) },
      variant: variantFromColumn(position) === null ? null : variant,
      chosen: chosen === 1,
    }));
  }
}
