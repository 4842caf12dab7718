import { CompiledQuery, sql, type Transaction } from 'kysely';
import type { Database } from '../schema.js';

/** An index that does not keep rows unique, and the statement that makes it as it is. */
export interface IndexMade {
  readonly name: string;
  readonly statement: string;
}

type Work = () => Promise<void>;

/**
 * Does work that adds many rows to a table while indexes of it are away, and makes them again, as they were: to make
 * one from all rows takes less than half the time of changing it with every row. Those that keep rows unique stay, so
 * that a row that does not fit is found as it comes.
 *
 * @param makingThem is done around the making
 */
export async function withIndexesAway(
  transaction: Transaction<Database>,
  indexes: readonly IndexMade[],
  fill: Work,
  makingThem: (make: Work) => Promise<void> = (make) => make(),
): Promise<void> {
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(transaction);
  await fill();
  await makingThem(async () => {
    for (const { statement } of indexes) await transaction.executeQuery(CompiledQuery.raw(statement));
  });
}
