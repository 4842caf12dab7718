import type { Kysely } from 'kysely';
import type { ExperimentId } from '../base/ids.js';
import type { NewAssignment } from '../engine/experiment/online/new-assignment.js';
import { userKeys } from '../engine/experiment/online/unit-key.js';
import { variantFromColumn } from './assignment-row.js';
import type { Database } from './schema.js';

/** What a unit got, and when. */
export interface KeptAssignment extends Pick<NewAssignment, 'unit' | 'variant' | 'chosen'> {
  readonly at: Date;
}

/** How many units got something. */
export interface AssignmentCount {
  /** Null for the hold-out. */
  readonly variant: number | null;
  readonly chosen: boolean;
  /** Whether users are counted, rather than sessions. */
  readonly users: boolean;
  readonly count: number;
}

/** Who got which variant. */
export class AssignmentStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** What a unit got of an experiment; null when nothing. */
  async of(experiment: ExperimentId, unit: string): Promise<KeptAssignment | null> {
    const row = await this.#database
      .selectFrom('experiment_assignments')
      .select(['unit', 'variant', 'chosen', 'at'])
      .where('experiment_id', '=', experiment)
      .where('unit', '=', unit)
      .executeTakeFirst();
    return row === undefined ? null : assignmentFromRow(row);
  }

  async counts(experiment: ExperimentId): Promise<AssignmentCount[]> {
    const rows = await this.#database
      .selectFrom('experiment_assignments')
      .select(({ fn, eb }) => [
        'variant',
        'chosen',
        eb
          .case()
          .when(eb.and([eb('unit', '>=', userKeys.from), eb('unit', '<', userKeys.to)]))
          .then(1)
          .else(0)
          .end()
          .as('users'),
        fn.countAll().as('count'),
      ])
      .where('experiment_id', '=', experiment)
      .groupBy(['variant', 'chosen', 'users'])
      .orderBy('variant')
      .orderBy('chosen')
      .orderBy('users')
      .execute();
    return rows.map(({ variant, chosen, users, count }) => ({
      variant: variantFromColumn(variant),
      chosen: chosen === 1,
      users: users === 1,
      count: Number(count),
    }));
  }

  /** The sessions that take part, in the order in which they began; those of the hold-out are left out. */
  async sessions(experiment: ExperimentId): Promise<KeptAssignment[]> {
    const rows = await this.#database
      .selectFrom('experiment_assignments')
      .select(['unit', 'variant', 'chosen', 'at'])
      .where('experiment_id', '=', experiment)
      .where('variant', '>', 0)
      .where('unit', '<', userKeys.from)
      .orderBy('at')
      .orderBy('unit')
      .execute();
    return rows.map(assignmentFromRow);
  }
}

function assignmentFromRow(row: {
  unit: string;
  variant: number;
  chosen: number;
  at: string;
}): KeptAssignment {
  const { unit, variant, chosen, at } = row;
  return { unit, variant: variantFromColumn(variant), chosen: chosen === 1, at: new Date(at) };
}
