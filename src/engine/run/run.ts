import type { ExecutionId, ProjectId, RunId } from '../../base/ids.js';
import type { ProcessIdentity } from '../../base/process/process-identity.js';
import type { Json } from '../../models/spec/model-request.js';

/**
 * Where a run stands.
 * - `running`: somebody is at it, or was when the process died
 * - `waiting`: a gate is open; nothing goes on until somebody decides
 * - `stopped`: it was ended on purpose, or at a limit, and can go on
 * - `failed`: a step could not be done; it can be tried again
 * - `completed`: nothing is left to do
 */
export const runStatuses = ['running', 'waiting', 'stopped', 'failed', 'completed'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** One way through a program of steps. What the steps are is the program's affair. */
export interface Run {
  readonly id: RunId;
  /** The kind of program: `session`, `workflow`. */
  readonly kind: string;
  /** What it works on: the id of a session, or of a workflow. */
  readonly subject: string;
  /** The project that it belongs to; null outside of any, and where its subject says it. */
  readonly project: ProjectId | null;
  /** The version of its program, which it keeps to; null where that has none. */
  readonly version: number | null;
  /** How it was asked for; the same for all its steps. */
  readonly settings: Json;
  /** What it was given; null where it finds everything in its subject. */
  readonly inputs: Json;
  /** What it brought forth altogether; null before its end. */
  readonly outputs: Json;
  readonly status: RunStatus;
  /** The process that is at it; null when none is. */
  readonly owner: RunOwner | null;
  /** Why it stopped or failed. */
  readonly problem: RunProblem | null;
  /** When somebody called it off; it ends as soon as its process notices, and never goes on. */
  readonly cancelledAt: Date | null;
  readonly actor: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The process that takes a run further. */
export type RunOwner = ProcessIdentity;

export interface RunProblem {
  readonly code: string;
  readonly message: string;
}

/**
 * One try at one step: written before the work begins. A `started` one whose process is gone is ambiguous:
 * nobody knows how far it came.
 */
export interface RunStep {
  readonly run: RunId;
  /** Counts all tries of a run, from 1, in the order in which they began. */
  readonly position: number;
  /** Which step it is, in the words of the program: `process`, `complete/2`. */
  readonly key: string;
  /** Counts the tries at this step, from 1. */
  readonly attempt: number;
  readonly status: 'started' | 'done' | 'failed' | 'stale';
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** What is known of it, small: ids and figures, no texts. */
  readonly output: Json;
  /** The value that later steps see; null where they find it elsewhere. */
  readonly result: Json;
  /** What was asked of a model in it; null when nothing was. */
  readonly execution: ExecutionId | null;
  readonly problem: RunProblem | null;
  /** Null where nobody has to agree. */
  readonly gate: Gate | null;
}

/** A question to a person: whether what a step brought forth shall stand. */
export interface Gate {
  /** SHA-256 of what is to be approved, in hexadecimal: an approval is for exactly that. */
  readonly checksum: string;
  readonly decision: GateDecision;
}

export type GateDecision =
  | { readonly is: 'pending' }
  | {
      readonly is: 'approved' | 'edited' | 'rejected';
      readonly comment: string | null;
      readonly actor: string;
      readonly at: Date;
    };
