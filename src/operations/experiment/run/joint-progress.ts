import type { BatchProgress } from '../../../engine/batch/batch-ports.js';

/** How far batches that go on beside each other are, taken as one. */
export class JointProgress {
  readonly #of: (BatchProgress | null)[];

  constructor(batches: number) {
    this.#of = Array.from({ length: batches }, () => null);
  }

  /**
   * Notes how far one of them is.
   *
   * @param at its number, from 0
   * @returns how far all are
   */
  note(at: number, progress: BatchProgress): BatchProgress {
    this.#of[at] = progress;
    const known = this.#of.filter((one) => one !== null);
    const left = known.map(({ secondsLeft }) => secondsLeft).filter((seconds) => seconds !== null);
    return {
      rows: sum(known, ({ rows }) => rows),
      done: sum(known, ({ done }) => done),
      failed: sum(known, ({ failed }) => failed),
      inFlight: sum(known, ({ inFlight }) => inFlight),
      rowsPerSecond: sum(known, ({ rowsPerSecond }) => rowsPerSecond ?? 0),
      // The slowest is waited for.
      secondsLeft: left.length === 0 ? null : Math.max(...left),
      spent: sum(known, ({ spent }) => spent),
      costLeft: sum(known, ({ costLeft }) => costLeft ?? 0),
    };
  }
}

function sum(all: readonly BatchProgress[], figure: (progress: BatchProgress) => number): number {
  return all.reduce((total, one) => total + figure(one), 0);
}
