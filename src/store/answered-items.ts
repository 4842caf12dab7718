import type { Insertable, Transaction } from 'kysely';
import type { ExecutionId } from '../base/ids.js';
import type { ClaimedPlace } from '../engine/execution/execution-place.js';
import { countEnded, endStatements } from './batch-executions.js';
import { itemExecutionsInsert } from './begun-items.js';
import { DueAtEnd } from './due-at-end.js';
import type { KeptMessages } from './execution-messages.js';
import { insertAttachments } from './execution-parts.js';
import { indexLater } from './execution-search-index.js';
import { inBatches } from './in-batches.js';
import { inOneGo } from './in-one-go.js';
import type { Database, ExecutionsTable } from './schema.js';

/** An execution for an item of a batch that the cache answered: it is over as it begins. */
export interface AnsweredItem {
  readonly execution: Insertable<ExecutionsTable> & { readonly id: ExecutionId };
  readonly place: ClaimedPlace;
  readonly attachments: KeptMessages['attachments'];
}

const succeeded = { status: 'succeeded', problem: null } as const;

const due = new DueAtEnd<AnsweredItem>();

/**
 * Writes such an execution at the end of the transaction: of many with one statement for each table. Whoever calls it
 * has to see to it that {@link writeAnswered} is called.
 */
export function answerItem(transaction: Transaction<Database>, answered: AnsweredItem): void {
  due.add(transaction, answered);
}

/** Writes what is due. */
export async function writeAnswered(transaction: Transaction<Database>): Promise<void> {
  const items = due.take(transaction);
  for await (const some of inBatches(items, ({ execution }) => execution.messages.length)) {
    await writeSome(transaction, some);
  }
}

async function writeSome(transaction: Transaction<Database>, some: readonly AnsweredItem[]): Promise<void> {
  const places = some.map(({ execution: { id }, place }) => ({ execution: id, place }));
  const ended = places.map((item) => ({ ...item, end: succeeded, calls: 0 }));
  const executions = transaction.insertInto('executions').values(some.map(({ execution }) => execution));
  const [inserted, , items] = await inOneGo(transaction, (say) =>
    Promise.all([
      say([executions.returning('number').compile()]),
      say([itemExecutionsInsert(places).compile(transaction)]),
      say(endStatements(transaction, ended)),
    ]),
  );
  for (const { number } of inserted) indexLater(transaction, number);
  for (const { execution, attachments } of some) {
    if (attachments.length > 0) await insertAttachments(transaction, execution.id, attachments);
  }
  countEnded(transaction, items);
}
