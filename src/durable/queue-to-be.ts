import type { ClientQueue } from './client-queue.js';
import type { PieceTurn } from './piece-id.js';

/** The queue of a worker that begins: pieces may come before it is open, because its tables are made by the same beginning. */
export class QueueToBe implements Pick<ClientQueue, 'put' | 'forget'> {
  readonly #opened: Promise<ClientQueue>;
  #open: (queue: ClientQueue) => void = () => {};

  constructor() {
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  is(queue: ClientQueue): void {
    this.#open(queue);
  }

  async put(turn: PieceTurn, delaySeconds: number): Promise<void> {
    await (await this.#opened).put(turn, delaySeconds);
  }

  async forget(ids: readonly string[]): Promise<void> {
    await (await this.#opened).forget(ids);
  }
}
