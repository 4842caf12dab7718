import { type SqlBool, sql, type Transaction } from 'kysely';
import type { NanoDollars } from '../engine/execution/execution.js';
import type { BegunExecution, CallEnd, ExecutionEnd } from '../engine/execution/execution-journal.js';
import { inBatch } from '../engine/execution/execution-place.js';
import { countEnded, endStatements, settleFor } from './batch-executions.js';
import { keepInCache } from './cache-entries.js';
import { DueAtEnd } from './due-at-end.js';
import { insertToolUses, settleStatements } from './execution-parts.js';
import { endedColumns } from './execution-row.js';
import { indexLater } from './execution-search-index.js';
import { inBatches } from './in-batches.js';
import { inOneGo } from './in-one-go.js';
import type { Database } from './schema.js';
import { updateStatements } from './update-rows.js';

/** An execution that is over, with its last call. */
export interface EndedExecution {
  readonly execution: BegunExecution;
  readonly call: CallEnd;
  readonly end: ExecutionEnd;
}

const due = new DueAtEnd<EndedExecution>();

/**
 * Writes that an execution is over, at the end of the transaction: of many with one statement for each table. Whoever
 * calls it has to see to it that {@link writeEnded} is called.
 */
export function endExecution(transaction: Transaction<Database>, ended: EndedExecution): void {
  due.add(transaction, ended);
}

/**
 * Writes what is due.
 *
 * @throws Error when one of them was over before: nobody else ends it
 */
export async function writeEnded(transaction: Transaction<Database>): Promise<void> {
  const executions = due.take(transaction);
  for await (const some of inBatches(executions, ({ end }) => end.response?.length ?? 0)) {
    await writeSome(transaction, some);
  }
}

async function writeSome(
  transaction: Transaction<Database>,
  ended: readonly EndedExecution[],
): Promise<void> {
  const calls = ended.map(({ execution, call }) => ({ execution: execution.id, call }));
  const [settled, finished, items] = await inOneGo(transaction, (say) =>
    Promise.all([
      say(settleStatements(transaction, calls)),
      say(finishStatements(transaction, ended)),
      say(endStatements(transaction, ended.flatMap(endedItem))),
    ]),
  );
  if (finished.length !== ended.length) throw new Error('an execution that ends was over before');
  await insertToolUses(transaction, calls);
  const byId = new Map<string, EndedExecution>(ended.map((one) => [one.execution.id, one]));
  for (const { execution_id, reserved } of settled) countSpent(transaction, byId.get(execution_id), reserved);
  for (const { id, number, cache_key } of finished) {
    indexLater(transaction, number);
    const one = byId.get(id);
    if (one !== undefined && cache_key !== null)
      keepInCache(transaction, cache_key, one.execution.id, one.end);
  }
  countEnded(transaction, items);
}

function finishStatements(transaction: Transaction<Database>, ended: readonly EndedExecution[]) {
  return updateStatements(
    transaction,
    'executions',
    ['id'],
    ended.map(({ execution: { id }, end }) => ({ id, ...endedColumns(end) })),
    { only: sql<SqlBool>`status = 'running'`, returning: ['id', 'number', 'cache_key'] },
  );
}

function endedItem({ execution: { id, place }, call, end }: EndedExecution) {
  const item = inBatch(place);
  return item === null ? [] : [{ execution: id, place: item, end, calls: call.number }];
}

function countSpent(
  transaction: Transaction<Database>,
  ended: EndedExecution | undefined,
  reserved: NanoDollars | null,
): void {
  const item = ended === undefined ? null : inBatch(ended.execution.place);
  if (ended !== undefined && item !== null) settleFor(transaction, item, ended.call, reserved);
}
