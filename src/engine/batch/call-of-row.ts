import type { WorkingProcess } from './batch-ports.js';

/** How many calls a process makes for the rows of a batch. */
export interface RowCalls {
  /** On their way to a model, or at it. */
  inFlight: number;
  /** Begun, and not yet with all they cost on record: money is set aside for them. */
  unsettled: number;
}

/** The calls for one row, counted from the first one's beginning. */
export class CallOfRow {
  readonly #calls: RowCalls;
  readonly #worker: WorkingProcess;
  #state: 'waiting' | 'in flight' | 'ended' = 'waiting';

  constructor(calls: RowCalls, worker: WorkingProcess) {
    this.#calls = calls;
    this.#worker = worker;
  }

  begin(): void {
    this.#state = 'in flight';
    this.#calls.inFlight++;
    this.#calls.unsettled++;
    this.#worker.begin();
  }

  /** The answer came, or none will. */
  end(): void {
    if (this.#state !== 'in flight') return;
    this.#state = 'ended';
    this.#calls.inFlight--;
    this.#worker.end();
  }

  /** What came of it is on record; also when no call was begun. */
  settle(): void {
    this.end();
    if (this.#state === 'ended') this.#calls.unsettled--;
  }
}
