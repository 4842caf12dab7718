import { type CompiledQuery, type Insertable, type RawBuilder, sql, type Transaction } from 'kysely';
import type { ExecutionId } from '../base/ids.js';
import type { NewCall } from '../engine/execution/execution-journal.js';
import type { BatchPlace } from '../engine/execution/execution-place.js';
import { DueAtEnd } from './due-at-end.js';
import { callsInsert } from './execution-parts.js';
import { inBatches } from './in-batches.js';
import { sayAll } from './in-one-go.js';
import type { Database, ExecutionsTable } from './schema.js';

/** An execution for an item of a batch, with the first call of it. */
export interface BegunItem {
  readonly execution: Insertable<ExecutionsTable> & { readonly id: ExecutionId };
  readonly place: BatchPlace;
  readonly call: NewCall;
}

const due = new DueAtEnd<BegunItem>();

/**
 * Writes that an execution for an item begins, at the end of the transaction: of many with one statement for each
 * table. Whoever calls it has to see to it that what {@link begunStatements} gives is said, and that {@link writeBegun} is
 * called before what has begun is asked for.
 */
export function beginItem(transaction: Transaction<Database>, begun: BegunItem): void {
  due.add(transaction, begun);
}

/** Writes what is due. */
export async function writeBegun(transaction: Transaction<Database>): Promise<void> {
  await sayAll(transaction, await begunStatements(transaction));
}

/** What writes what is due, which it is not any more. */
export async function begunStatements(transaction: Transaction<Database>): Promise<CompiledQuery[]> {
  const items = due.take(transaction);
  const statements: CompiledQuery[] = [];
  for await (const some of inBatches(items, ({ execution }) => execution.messages.length)) {
    statements.push(
      transaction
        .insertInto('executions')
        .values(some.map(({ execution }) => execution))
        .compile(),
      itemExecutionsInsert(some.map(({ execution, place }) => ({ execution: execution.id, place }))).compile(
        transaction,
      ),
      callsInsert(
        transaction,
        some.map(({ execution, call }) => ({ execution: execution.id, call })),
      ).compile(),
    );
  }
  return statements;
}

/** Which item of a batch an execution is for. */
interface ItemExecution {
  readonly execution: ExecutionId;
  readonly place: BatchPlace;
}

/** What says which items of batches executions are for, each of another item. */
export function itemExecutionsInsert(given: readonly ItemExecution[]): RawBuilder<unknown> {
  const rows = given.map(
    ({ execution, place: { batch, position } }) =>
      sql`(${batch}, cast(${position} as integer), ${execution})`,
  );
  return sql`
    with begun (batch_id, position, execution_id) as (values ${sql.join(rows)})
    insert into batch_executions (batch_id, position, number, execution_id, ambiguous)
    select batch_id, position, coalesce((
      select max(b.number) from batch_executions b where b.batch_id = begun.batch_id and b.position = begun.position
    ), 0) + 1, execution_id, 0
    from begun
  `;
}
