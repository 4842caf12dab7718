import type PQueue from 'p-queue';
import { onAbort } from '../../base/on-abort.js';
import type { OpenModel } from '../../models/spec/open-model.js';

const MINUTE = 60_000;

/**
 * Lets as many calls through to a provider as it allows, in the order in which they came. One for a whole
 * process: the limits are the provider's, not an execution's.
 */
export class CallLimiter {
  readonly #queues = new Map<string, Promise<PQueue>>();

  /**
   * Does the work when it is its turn. Once it is begun, the signal is the work's own affair: it may have
   * something to put on record before it ends.
   *
   * @throws the signal's reason when it is aborted while it waits
   */
  async run<Result>(model: OpenModel, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const queue = await this.#queueOf(model);
    signal.throwIfAborted();
    const waiting = new AbortController();
    const giveUp = () => waiting.abort(signal.reason);
    const forget = onAbort(signal, giveUp);
    const begin = () => {
      forget();
      return work();
    };
    try {
      return await queue.add(begin, { signal: waiting.signal });
    } finally {
      forget();
    }
  }

  #queueOf({ name, limits }: OpenModel): Promise<PQueue> {
    const known = this.#queues.get(name.provider);
    if (known !== undefined) return known;
    const queue = newQueue(limits);
    this.#queues.set(name.provider, queue);
    return queue;
  }
}

async function newQueue({ concurrency, requestsPerMinute }: OpenModel['limits']): Promise<PQueue> {
  const { default: Queue } = await import('p-queue');
  return new Queue({
    concurrency,
    ...(requestsPerMinute !== null && { intervalCap: requestsPerMinute, interval: MINUTE, strict: true }),
  });
}
