import type { ExecutionId, OptimizationId, PromptVersionId } from '../../base/ids.js';
import type { ProcessIdentity } from '../../base/process/process-identity.js';
import type { KeptCandidate } from './candidate.js';
import type { Optimization, OptimizationProblem } from './optimization.js';
import type { CallAnswer, CallKey } from './optimization-call.js';
import type { OptimizationOutcome } from './optimization-outcome.js';
import type { OptimizationRow } from './optimization-row.js';

/** A call whose end is on record. */
export interface RecordedCall extends CallAnswer {
  readonly execution: ExecutionId;
}

/**
 * Where optimisations are kept. Each method is one transaction, durable when it returns. Calls are written by the
 * journal of executions; a call is on record as soon as the execution for its key has ended.
 */
export interface OptimizationJournal {
  /** Keeps its rows too: whoever goes on with it needs no file. */
  create(optimization: Optimization, rows: readonly OptimizationRow[]): Promise<void>;
  optimization(id: OptimizationId): Promise<Optimization | null>;
  /** In the order of the data. */
  rows(id: OptimizationId): Promise<readonly OptimizationRow[]>;
  /** What came of a call; null when it was not made, or nobody knows how it ended. */
  recorded(id: OptimizationId, key: CallKey): Promise<RecordedCall | null>;
  /** Writes what is known of a candidate; what was known before gives way. */
  putCandidate(id: OptimizationId, candidate: KeptCandidate): Promise<void>;
  /** In the order in which they were written first. */
  candidates(id: OptimizationId): Promise<readonly KeptCandidate[]>;
  /**
   * Makes a process the one who is at an optimisation that is not completed, and sets it to run.
   *
   * @param replaces whose process is gone
   * @returns whether it is; not when another is at it by now, or it is completed
   */
  take(
    id: OptimizationId,
    owner: ProcessIdentity,
    replaces: ProcessIdentity | null,
    at: Date,
  ): Promise<boolean>;
  /** Pauses one that a process is at; does nothing when another has taken it. */
  leave(
    id: OptimizationId,
    owner: ProcessIdentity,
    problem: OptimizationProblem | null,
    at: Date,
  ): Promise<void>;
  /** @throws OptimizationBusyError when another process has taken it */
  complete(id: OptimizationId, owner: ProcessIdentity, outcome: OptimizationOutcome, at: Date): Promise<void>;
  /** Notes which version was made of what was chosen. */
  noteApplied(id: OptimizationId, version: PromptVersionId, at: Date): Promise<void>;
}
