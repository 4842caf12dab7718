import { onAbort } from '../../base/on-abort.js';
import type { WorkerStatus } from '../../engine/batch/batch.js';
import { WorkerLostError } from './errors.js';

/** Why a worker is to end, and in which way. */
export class Wanted {
  readonly #drain = new AbortController();
  readonly #forget: () => void;
  #lost: string | null = null;
  #finish: () => void = () => {};
  /** Resolved when it is to end: what is at work is done first, unless it is drained. */
  readonly end: Promise<void>;

  constructor(drain: AbortSignal) {
    this.end = new Promise((resolve) => {
      this.#finish = resolve;
    });
    this.#forget = onAbort(drain, () => this.#drainNow());
    if (drain.aborted) this.#drainNow();
  }

  get drain(): AbortSignal {
    return this.#drain.signal;
  }

  hear(status: WorkerStatus): void {
    if (status === 'draining') this.#drainNow();
    if (status === 'stopped') this.lose('it was silent, and taken for dead');
  }

  finish(): void {
    this.#finish();
  }

  lose(why: string): void {
    this.#lost ??= why;
    this.#drainNow();
  }

  /** @throws WorkerLostError when it has ended because it was lost */
  requireThere(): void {
    if (this.#lost !== null) throw new WorkerLostError(this.#lost);
  }

  close(): void {
    this.#forget();
  }

  #drainNow(): void {
    this.#drain.abort(new Error('the worker ends'));
    this.#finish();
  }
}
