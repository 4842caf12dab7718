import { onAbort } from '../on-abort.js';
import type { StopReason } from './process-end.js';

/** What a running program is held to. All times are in milliseconds. */
interface Limits {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly idleMs?: number | undefined;
  readonly outputLimitBytes: number;
}

/** Longer than this, some 24 days, a timer fires at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Holds a running program to its limits; the first that it breaks is the reason it is stopped for. */
export class ProcessWatch {
  readonly #limits: Limits;
  readonly #stop: () => void;
  readonly #forgetSignal: (() => void) | undefined;
  readonly #whole: NodeJS.Timeout | undefined;
  #silence: NodeJS.Timeout | undefined;
  #bytes = 0;
  #reason: StopReason | null = null;
  #fault: { readonly error: unknown } | null = null;

  /** @param stop is called once, as soon as there is a reason */
  constructor(limits: Limits, stop: () => void) {
    this.#limits = limits;
    this.#stop = stop;
    this.#forgetSignal = limits.signal && onAbort(limits.signal, () => this.#stopFor('aborted'));
    this.#whole = this.#timer(limits.timeoutMs, 'timed-out');
    this.#silence = this.#timer(limits.idleMs, 'idle');
  }

  get reason(): StopReason | null {
    return this.#reason;
  }

  /** Counts a chunk and hands on what the limit leaves of it. */
  pass(chunk: Uint8Array, take: ((chunk: Uint8Array) => void) | undefined): void {
    this.#silence?.refresh();
    const room = this.#limits.outputLimitBytes - this.#bytes;
    this.#bytes += chunk.length;
    if (room > 0 && this.#fault === null) this.#handOn(chunk.subarray(0, room), take);
    if (chunk.length > room) this.#stopFor('too-much-output');
  }

  /** Ends the watch, and throws what a callback threw. */
  end(): void {
    this.#forgetSignal?.();
    clearTimeout(this.#whole);
    clearTimeout(this.#silence);
    if (this.#fault !== null) throw this.#fault.error;
  }

  /** A fault of the caller's must not be thrown into a stream: it ends the program, then the call. */
  #handOn(chunk: Uint8Array, take: ((chunk: Uint8Array) => void) | undefined): void {
    try {
      take?.(chunk);
    } catch (error) {
      this.#fault = { error };
      this.#stopFor('aborted');
    }
  }

  #stopFor(reason: StopReason): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    this.#stop();
  }

  #timer(ms: number | undefined, reason: StopReason): NodeJS.Timeout | undefined {
    return ms === undefined ? undefined : setTimeout(() => this.#stopFor(reason), Math.min(ms, LONGEST_MS));
  }
}
