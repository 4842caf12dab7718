import { CompiledQuery, type Transaction } from 'kysely';
import type { Database } from '../schema.js';

/** A part of a table that is sooner made from all of its rows than changed with each: the statements for both ways. */
export interface MadeAgain {
  readonly away: string;
  readonly again: string;
}

type Work = () => Promise<void>;

/**
 * Does work that adds many rows to a table while parts of it are away, and makes them again, as they were and in
 * their order. To make an index from all rows takes less than half the time of changing it with every row. Those that
 * keep rows unique should stay, so that a row that does not fit is found as it comes.
 *
 * @param makingThem is done around the making
 */
export async function whileAway(
  transaction: Transaction<Database>,
  parts: readonly MadeAgain[],
  fill: Work,
  makingThem: (make: Work) => Promise<void> = (make) => make(),
): Promise<void> {
  const run = async (statement: string) => {
    await transaction.executeQuery(CompiledQuery.raw(statement));
  };
  for (const { away } of parts) await run(away);
  await fill();
  await makingThem(async () => {
    for (const { again } of parts) await run(again);
  });
}
