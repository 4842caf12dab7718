import type { Kysely, Transaction } from 'kysely';
import { capabilitiesOf } from './dialects/capabilities.js';
import type { Database } from './schema.js';

/**
 * What a transaction has for itself until its end: nobody else writes it meanwhile, so that what was read there
 * still holds when it is written. `store` is all of it.
 */
export type WriteLock =
  | 'store'
  | 'projects'
  | 'library'
  | 'spending'
  /** Together with others who have it so, but not beside one who has all of it. */
  | 'spending:shared'
  | `session:${string}`
  | `run:${string}`
  | `batch:${string}`
  | `experiment:${string}`
  | `optimization:${string}`
  | 'audit';

/** How often a transaction is begun anew that others got in the way of. */
const MOST_TRIES = 10;

/**
 * Does work in a transaction: all of it is written, or nothing. It waits for its locks first, and for those who
 * have them. When others get in the way all the same, it is taken back and done again from the beginning: it must
 * have no other effects than those in the transaction.
 *
 * @param locks what it has for itself; SQLite has one writer at a time and needs none
 * @throws what the work throws, after everything was taken back
 * @example
 * await inTransaction(database, ['library'], async (transaction) => {
 *   await requireFree(transaction, prompt);
 *   await transaction.insertInto('prompts').values(row).execute();
 * });
 */
export async function inTransaction<Result>(
  database: Kysely<Database>,
  locks: readonly WriteLock[],
  work: (transaction: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  const { lock, isConflict } = capabilitiesOf(database);
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction().execute(async (transaction) => {
        await lock(transaction, locks);
        return work(transaction);
      });
    } catch (error) {
      if (tries === MOST_TRIES || !isConflict(error)) throw error;
    }
    await randomPause(tries);
  }
}

/** Random, so that those who wait do not keep coming back together, and longer each time. */
function randomPause(tries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** tries));
}
