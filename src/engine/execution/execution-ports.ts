import type { Clock } from '../../base/clock.js';
import type { ModelName } from '../../models/spec/model-name.js';
import type { Models } from '../../models/spec/open-model.js';
import type { Price } from '../../models/spec/price.js';
import type { CallTurns } from './call-turns.js';
import type { ExecutionJournal } from './execution-journal.js';

/** All that an execution needs of the world. */
export interface ExecutionPorts {
  readonly models: Models;
  readonly journal: ExecutionJournal;
  readonly limiter: CallTurns;
  readonly clock: Clock;
  /** Who runs it, for the record. */
  readonly actor: string;
  /** What the model costs on a day; null when the price list does not know it. */
  priceOf(name: ModelName, at: Date): Promise<Price | null>;
  /**
   * Waits for some milliseconds.
   * @throws the signal's reason as soon as it is aborted
   */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** A number from 0 to 1, by chance. */
  random(): number;
}
