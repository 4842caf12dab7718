import type PQueue from 'p-queue';
import { onAbort } from '../../base/on-abort.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import type { CallTurns } from './call-turns.js';

const MINUTE = 60_000;

/**
 * Lets as many calls through to a provider as it allows, in the order in which they came. One for a whole
 * process: the limits are the provider's, not an execution's.
 */
export class CallLimiter implements CallTurns {
  readonly #queues = new Map<string, Promise<PQueue>>();

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

  async #queueOf({ name, limits }: OpenModel): Promise<PQueue> {
    const queue = this.#queues.get(name.provider) ?? newQueue(limits);
    this.#queues.set(name.provider, queue);
    return widened(await queue, limits);
  }
}

/** Somebody may ask for more calls at a time than is usual, after others had asked for what is. */
function widened(queue: PQueue, { concurrency }: OpenModel['limits']): PQueue {
  if (concurrency > queue.concurrency) queue.concurrency = concurrency;
  return queue;
}

async function newQueue({ concurrency, requestsPerMinute }: OpenModel['limits']): Promise<PQueue> {
  const { default: Queue } = await import('p-queue');
  return new Queue({
    concurrency,
    ...(requestsPerMinute !== null && { intervalCap: requestsPerMinute, interval: MINUTE, strict: true }),
  });
}
