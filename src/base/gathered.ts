/**
 * Hands over together what comes at about the same time: one group after the other, so that each has all that came
 * while the one before it was handled. Groups are the larger the busier it is.
 *
 * @example
 * const gathered = new Gathered<string>(async (names) => void groups.push(names));
 * gathered.add('a');
 * gathered.add('b'); // ['a', 'b'] is a group
 */
export class Gathered<Item> {
  readonly #handle: (group: readonly Item[]) => Promise<void>;
  #waiting: Item[] = [];
  #isBusy = false;

  /** @param handle never fails: it tells those who wait for it */
  constructor(handle: (group: readonly Item[]) => Promise<void>) {
    this.#handle = handle;
  }

  add(item: Item): void {
    // After all that the event loop has ready, which may add more.
    if (this.#waiting.length === 0 && !this.#isBusy) setImmediate(() => void this.#handleWaiting());
    this.#waiting.push(item);
  }

  async #handleWaiting(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      await this.#handle(group);
    }
    this.#isBusy = false;
  }
}
