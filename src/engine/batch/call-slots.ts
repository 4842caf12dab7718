import type { BatchId } from '../../base/ids.js';
import { onAbort } from '../../base/on-abort.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import type { CallTurns } from '../execution/call-turns.js';
import type { ExecutionPorts } from '../execution/execution-ports.js';
import type { BatchJournal } from './batch-journal.js';
import { type CallRate, intervalOf } from './call-rate.js';

interface Waiting {
  readonly begin: () => void;
  readonly giveUp: (reason: unknown) => void;
  isOver: boolean;
}

/** All that slots are taken with. */
interface SlotPorts {
  readonly batch: BatchId;
  readonly journal: Pick<BatchJournal, 'takeSlots'>;
  readonly execution: Pick<ExecutionPorts, 'limiter' | 'clock' | 'sleep'>;
}

/**
 * Lets the calls of a batch begin no more often than its rate allows, together with those of all other processes: the
 * times at which calls may begin are given out by the journal, one after the other. Only what waits already takes one,
 * and no more than a second's worth at once, so that few go to waste.
 */
export class CallSlots implements CallTurns {
  readonly #ports: SlotPorts;
  readonly #interval: number;
  readonly #most: number;
  readonly #waiting: Waiting[] = [];
  #isServing = false;

  constructor(ports: SlotPorts, rate: CallRate) {
    this.#ports = ports;
    this.#interval = intervalOf(rate);
    this.#most = Math.max(1, Math.floor(rate.calls / rate.seconds));
  }

  run<Result>(model: OpenModel, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    return this.#ports.execution.limiter.run(model, signal, async () => {
      await this.#slot(signal);
      return work();
    });
  }

  #slot(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const forget = onAbort(signal, () => giveUp(signal.reason));
      const giveUp = (reason: unknown) => {
        waiting.isOver = true;
        forget();
        reject(reason);
      };
      const begin = () => {
        forget();
        resolve();
      };
      const waiting: Waiting = { begin, giveUp, isOver: false };
      this.#waiting.push(waiting);
      if (!this.#isServing) void this.#serve();
    });
  }

  async #serve(): Promise<void> {
    this.#isServing = true;
    try {
      // Whoever asks at the same time shares the first statement.
      await Promise.resolve();
      while (this.#waiting.length > 0) await this.#serveSome();
    } catch (error) {
      for (const waiting of this.#waiting.splice(0)) waiting.giveUp(error);
    } finally {
      this.#isServing = false;
    }
  }

  async #serveSome(): Promise<void> {
    const { batch, journal, execution } = this.#ports;
    const count = Math.min(this.#waiting.length, this.#most);
    const first = await journal.takeSlots(batch, count, this.#interval, execution.clock.now());
    for (let at = 0; at < count; at++) {
      await this.#until((first + at * this.#interval) / 1000);
      this.#next()?.begin();
    }
  }

  /** @param time in milliseconds since 1970 */
  async #until(time: number): Promise<void> {
    const { clock, sleep } = this.#ports.execution;
    const wait = time - clock.now().getTime();
    if (wait > 0 && this.#isAnybodyWaiting()) await sleep(wait, never);
  }

  #isAnybodyWaiting(): boolean {
    return this.#waiting.some(({ isOver }) => !isOver);
  }

  /** The first who still waits. */
  #next(): Waiting | undefined {
    for (let waiting = this.#waiting.shift(); waiting !== undefined; waiting = this.#waiting.shift()) {
      if (!waiting.isOver) return waiting;
    }
    return undefined;
  }
}

/** Who gives up waiting is told at once; the slots go on by themselves. */
const never = new AbortController().signal;
