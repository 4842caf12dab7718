import type { Insertable, Transaction } from 'kysely';
import type { NewAssignment } from '../engine/experiment/online/new-assignment.js';
import type { Database, ExperimentAssignmentsTable } from './schema.js';

/** The number that stands for no variant: the unit is left out by the hold-out. */
const HELD_OUT = 0;

function assignmentToRow(
  { experiment, unit, variant, chosen }: NewAssignment,
  at: string,
): Insertable<ExperimentAssignmentsTable> {
  return { experiment_id: experiment, unit, variant: variant ?? HELD_OUT, chosen: chosen ? 1 : 0, at };
}

export function variantFromColumn(variant: number): number | null {
  return variant === HELD_OUT ? null : variant;
}

/** Writes what units got. A unit that has something already keeps it. */
export async function insertAssignments(
  transaction: Transaction<Database>,
  assignments: readonly NewAssignment[],
  at: Date,
): Promise<void> {
  if (assignments.length === 0) return;
  const time = at.toISOString();
  await transaction
    .insertInto('experiment_assignments')
    .values(assignments.map((assignment) => assignmentToRow(assignment, time)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
