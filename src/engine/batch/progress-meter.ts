import type { BatchStanding } from './batch-journal.js';
import type { BatchProgress } from './batch-ports.js';

/** How many looks back the speed is measured over. */
const LOOKS = 15;

interface Look {
  readonly at: number;
  readonly over: number;
}

/** Tells from one look at a batch after the other how quickly it goes. */
export class ProgressMeter {
  readonly #looks: Look[] = [];

  measure(
    { rows, done, failed, spent }: Pick<BatchStanding, 'rows' | 'done' | 'failed' | 'spent'>,
    inFlight: number,
    at: Date,
  ): BatchProgress {
    const over = done + failed;
    const left = Math.max(0, (rows ?? 0) - over);
    const rowsPerSecond = this.#speed({ at: at.getTime(), over });
    return {
      rows: rows ?? 0,
      done,
      failed,
      inFlight,
      rowsPerSecond,
      secondsLeft: rowsPerSecond === null || rowsPerSecond === 0 ? null : left / rowsPerSecond,
      spent,
      costLeft: over === 0 ? null : Math.round((spent / over) * left),
    };
  }

  #speed(look: Look): number | null {
    this.#looks.push(look);
    if (this.#looks.length > LOOKS) this.#looks.shift();
    const [first] = this.#looks;
    if (first === undefined || look.at <= first.at) return null;
    return ((look.over - first.over) * 1000) / (look.at - first.at);
  }
}
