import { type Kysely, sql, type Transaction } from 'kysely';
import type { ExecutionId, OptimizationId } from '../base/ids.js';
import type { ProcessIdentity } from '../base/process/process-identity.js';
import type { HeldPlace } from '../engine/execution/execution-place.js';
import { OptimizationBusyError } from '../engine/optimize/optimization-busy-error.js';
import { isOwnedBy, ownerOf } from './owner-columns.js';
import type { Database } from './schema.js';

/**
 * Says that the owner of an optimisation is at it.
 *
 * @returns null; when another process has taken it, the error that says so: what the former owner still does is no part
 *   of it
 */
export async function touchHeld(
  transaction: Transaction<Database>,
  id: OptimizationId,
  owner: ProcessIdentity,
  at: Date,
): Promise<OptimizationBusyError | null> {
  const { numUpdatedRows } = await transaction
    .updateTable('optimizations')
    .set({ updated_at: at.toISOString() })
    .where('id', '=', id)
    .where(isOwnedBy(owner))
    .executeTakeFirst();
  return numUpdatedRows === 1n ? null : new OptimizationBusyError(id, await holderOf(transaction, id));
}

async function holderOf(database: Kysely<Database>, id: OptimizationId): Promise<ProcessIdentity | null> {
  const row = await database
    .selectFrom('optimizations')
    .select(['owner_host', 'owner_pid', 'owner_started'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : ownerOf(row);
}

/** Says which question of an optimisation an execution is for. */
export async function insertOptimizationCall(
  transaction: Transaction<Database>,
  execution: ExecutionId,
  { optimization, key, row }: HeldPlace,
): Promise<void> {
  await sql`
    insert into optimization_calls (optimization_id, key, number, row, execution_id)
    select ${optimization}, ${key}, coalesce(max(number), 0) + 1, cast(${row} as integer), ${execution}
    from optimization_calls where optimization_id = ${optimization} and key = ${key}
  `.execute(transaction);
}
