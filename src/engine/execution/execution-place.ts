import type { AttemptId, BatchId, OptimizationId, RunId, SessionId, WorkerId } from '../../base/ids.js';
import type { ProcessIdentity } from '../../base/process/process-identity.js';
import type { Step } from '../session/step.js';

/**
 * What an execution was for: a step of a session, an item of a batch, a step of a workflow's run, or a question of an
 * optimisation.
 */
export type ExecutionPlace = SessionPlace | BatchPlace | RunPlace | OptimizationPlace;

/** The step of a session that an execution was for. */
export interface SessionPlace {
  readonly session: SessionId;
  readonly step: Step;
  /** The part of the implementation, from 1; null for the whole. */
  readonly part: number | null;
  /** The attempt that its answer became; null as long as it has not become one. */
  readonly attempt: AttemptId | null;
}

/** The item of a batch that an execution was for. */
export interface BatchPlace {
  readonly batch: BatchId;
  /** Counts the items of the batch, from 1. */
  readonly position: number;
}

/** The same, while a worker has the item for itself: what comes of the execution becomes of the item. */
export interface ClaimedPlace extends BatchPlace {
  readonly worker: WorkerId;
  /** How many calls were made for the item before. */
  readonly callsBefore: number;
}

/** The try at a step of a workflow's run that an execution was for. */
export interface RunPlace {
  readonly run: RunId;
  /** Counts the tries of the run, from 1. */
  readonly try: number;
}

/** The question of an optimisation that an execution was for. */
export interface OptimizationPlace {
  readonly optimization: OptimizationId;
  /** What the question is found by again. */
  readonly key: string;
  /** The row of its data; null for a question to the reflecting model. */
  readonly row: number | null;
}

/** The same, while a process has the optimisation for itself: no other asks for it. */
export interface HeldPlace extends OptimizationPlace {
  readonly owner: ProcessIdentity;
}

/** The place as a step of a session; null when it is none. */
export function inSession<Other extends object>(place: SessionPlace | Other | null): SessionPlace | null {
  return place !== null && 'session' in place ? place : null;
}

/** The place as an item of a batch; null when it is none. */
export function inBatch<Place extends BatchPlace>(
  place: Place | SessionPlace | RunPlace | OptimizationPlace | HeldPlace | null,
): Place | null {
  return place !== null && 'batch' in place ? place : null;
}

/** The place as a step of a workflow's run; null when it is none. */
export function inRun<Other extends object>(place: RunPlace | Other | null): RunPlace | null {
  return place !== null && 'run' in place ? place : null;
}

/** The place as a question of an optimisation; null when it is none. */
export function inOptimization<Place extends OptimizationPlace>(
  place: Place | SessionPlace | BatchPlace | ClaimedPlace | RunPlace | null,
): Place | null {
  return place !== null && 'optimization' in place ? place : null;
}
