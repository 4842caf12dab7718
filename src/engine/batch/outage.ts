import type { FaultClass } from '../../models/spec/model-fault.js';
import type { ExecutionProblem } from '../execution/execution.js';
import type { BatchProblem } from './batch.js';

/** Faults of a provider that is away, or has too much to do, whatever the row. */
const ofProvider: ReadonlySet<FaultClass | ExecutionProblem['code']> = new Set([
  'rate-limited',
  'overloaded',
  'timeout',
  'connection',
]);

/** Fewer rows may well fail one after the other while a provider hiccups. */
const LEAST_ROWS = 10;

/** Tells a provider that answers nobody from rows that fail: without it, a night's rows would be used up on an outage. */
export class Outage {
  readonly #mostRows: number;
  #rows = 0;

  /** @param concurrency how many rows are asked at a time, and may fail of the same moment */
  constructor(concurrency: number) {
    this.#mostRows = Math.max(LEAST_ROWS, 2 * concurrency);
  }

  /**
   * Is told how each row ended.
   *
   * @param problem null for one that was answered
   * @returns why nothing more is to be asked; null as long as it may be the rows
   */
  afterRow(problem: Pick<ExecutionProblem, 'code' | 'message'> | null): BatchProblem | null {
    const isAway = problem !== null && ofProvider.has(problem.code);
    this.#rows = isAway ? this.#rows + 1 : 0;
    if (!isAway || this.#rows < this.#mostRows) return null;
    return {
      code: problem.code,
      message: `${this.#rows} rows failed one after the other, and none was answered in between: ${problem.message}`,
    };
  }
}
