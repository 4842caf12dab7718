import type { Clock } from '../../base/clock.js';
import type { ExecutionWatch } from './execution-request.js';

/** Notes when the first call of an execution began, and when the first bit of its answer came. */
export class ExecutionTimes {
  readonly #clock: Clock;
  #began: number;
  #firstBit: number | null = null;
  /** The same watch, with the times noted on the way. */
  readonly watch: ExecutionWatch;

  constructor(clock: Clock, watch: ExecutionWatch) {
    this.#clock = clock;
    this.#began = this.#now();
    this.watch = {
      ...watch,
      onBegin: (execution) => {
        this.#began = this.#now();
        watch.onBegin?.(execution);
      },
      ...(watch.onText !== undefined && { onText: this.#noting(watch.onText) }),
    };
  }

  /** In milliseconds. */
  measured(end: Date): { readonly latencyMs: number; readonly firstTokenMs: number | null } {
    const firstTokenMs = this.#firstBit === null ? null : this.#firstBit - this.#began;
    return { latencyMs: end.getTime() - this.#began, firstTokenMs };
  }

  #noting(onText: (text: string) => void): (text: string) => void {
    return (text) => {
      this.#firstBit ??= this.#now();
      onText(text);
    };
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
