import type { Transaction } from 'kysely';
import type { Database } from './schema.js';

/** What is to be written at the end of transactions that are on their way: of many with one statement. */
export class DueAtEnd<Item> {
  readonly #items = new WeakMap<Transaction<Database>, Item[]>();

  add(transaction: Transaction<Database>, item: Item): void {
    const items = this.#items.get(transaction) ?? [];
    this.#items.set(transaction, items);
    items.push(item);
  }

  /** All that is due, which it is not any more. */
  take(transaction: Transaction<Database>): Item[] {
    const items = this.#items.get(transaction) ?? [];
    this.#items.delete(transaction);
    return items;
  }
}
