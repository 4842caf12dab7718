import type { CompiledQuery, Transaction } from 'kysely';
import type { Database } from './schema.js';

/** Says statements, and gives all rows that come back. */
export type Say = <Row>(statements: readonly CompiledQuery<Row>[]) => Promise<Row[]>;

/**
 * Says statements of a transaction one after the other without waiting for what comes back in between: a server far
 * away is asked once for all of them. They are done in the order in which they are said. When one of them fails, the
 * transaction is to be taken back.
 *
 * @param work says them, and nothing else of the transaction
 * @example
 * const [ids, numbers] = await inOneGo(transaction, (say) => Promise.all([say(some), say(others)]));
 */
export function inOneGo<Result>(
  transaction: Transaction<Database>,
  work: (say: Say) => Promise<Result>,
): Promise<Result> {
  return transaction.getExecutor().provideConnection((connection) =>
    work(async <Row>(statements: readonly CompiledQuery<Row>[]) => {
      const results = await Promise.all(
        statements.map((statement) => connection.executeQuery<Row>(statement)),
      );
      return results.flatMap(({ rows }) => rows);
    }),
  );
}

/** Says statements of which nothing comes back. */
export async function sayAll(
  transaction: Transaction<Database>,
  statements: readonly CompiledQuery[],
): Promise<void> {
  if (statements.length > 0) await inOneGo(transaction, (say) => say(statements));
}
