import { CompiledQuery, sql, type Transaction } from 'kysely';
import type { Database } from '../schema.js';

/** An index that does not keep rows unique, and the statement that makes it as it is. */
export interface IndexMade {
  readonly name: string;
  readonly statement: string;
}

/**
 * Takes indexes away while many rows are added to their table: to make one from all rows takes less than half the
 * time of changing it with every row. Those that keep rows unique stay, so that a row that does not fit is found as
 * it comes.
 */
export async function dropIndexes(
  transaction: Transaction<Database>,
  indexes: readonly IndexMade[],
): Promise<void> {
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(transaction);
}

/** Makes them again, as they were. */
export async function makeIndexes(
  transaction: Transaction<Database>,
  indexes: readonly IndexMade[],
): Promise<void> {
  for (const { statement } of indexes) await transaction.executeQuery(CompiledQuery.raw(statement));
}
