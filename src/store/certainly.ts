import type { Kysely, Transaction } from 'kysely';
import { isUncertain } from './errors.js';
import type { Database } from './schema.js';
import { inTransaction } from './transaction.js';

/**
 * Does what is done once only, also when the store breaks off in such a moment that nobody knows whether it was heard:
 * then it is looked up, and done again if it was not.
 *
 * @param found what it came to, as the store has it; undefined when it has not
 */
export async function certainly<Result>(
  database: Kysely<Database>,
  work: () => Promise<Result>,
  found: (transaction: Transaction<Database>) => Promise<Result | undefined>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isUncertain(error)) throw error;
  }
  const result = await inTransaction(database, [], found);
  return result === undefined ? work() : result;
}
