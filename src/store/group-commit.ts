import type { Kysely, Transaction } from 'kysely';
import { Gathered } from '../base/gathered.js';
import { isUncertain } from './errors.js';
import type { Database } from './schema.js';
import { inTransaction, type WriteLock } from './transaction.js';

type Work<Result> = (transaction: Transaction<Database>) => Promise<Result>;

interface Waiting {
  readonly locks: readonly WriteLock[];
  /** Does the work, and gives what tells that it is done: only once it is on the disk. */
  readonly work: Work<() => void>;
  readonly fail: (error: unknown) => void;
}

/**
 * Puts what is written at about the same time into one transaction: to bring a transaction to the disk costs more
 * than all that is written in it. Everyone is told only when it is there.
 *
 * Each piece of work is done as if it had a transaction of its own, one after the other. When one of them fails,
 * all are taken back and each is done by itself, so that nobody suffers from another's fault: work must have no
 * other effects than those in its transaction.
 */
export class GroupCommit {
  readonly #database: Kysely<Database>;
  readonly #atEnd: Work<void>;
  readonly #works = new Gathered<Waiting>((group) => this.#commit(group));

  /** @param atEnd comes last in each transaction: what all work in it has in common */
  constructor(database: Kysely<Database>, atEnd: Work<void> = async () => {}) {
    this.#database = database;
    this.#atEnd = atEnd;
  }

  /** @param locks what the work has for itself until its transaction ends */
  write<Result>(locks: readonly WriteLock[], work: Work<Result>): Promise<Result> {
    return new Promise((done, fail) => {
      this.#works.add({
        locks,
        work: async (transaction) => {
          const result = await work(transaction);
          return () => done(result);
        },
        fail,
      });
    });
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      for (const tell of await this.#inOneTransaction(group)) tell();
    } catch (error) {
      // Done again, it would be done twice.
      const isFinal = group.length === 1 || isUncertain(error);
      if (isFinal) for (const { fail } of group) fail(error);
      else for (const alone of group) await this.#commit([alone]);
    }
  }

  #inOneTransaction(group: readonly Waiting[]): Promise<(() => void)[]> {
    const locks = [...new Set(group.flatMap((waiting) => waiting.locks))];
    return inTransaction(this.#database, locks, async (transaction) => {
      const done: (() => void)[] = [];
      for (const { work } of group) done.push(await work(transaction));
      await this.#atEnd(transaction);
      return done;
    });
  }
}
