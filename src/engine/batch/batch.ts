import type { BatchId, ExecutionId, ProjectId, WorkerId } from '../../base/ids.js';
import type { ProcessIdentity } from '../../base/process/process-identity.js';
import type { Json } from '../../models/spec/model-request.js';
import type { ExecutedPrompt, NanoDollars } from '../execution/execution.js';
import type { CallRate } from './call-rate.js';

/**
 * Where a batch stands.
 * - `loading`: its rows are being read; it cannot be run before all are known
 * - `running`: its rows are being asked, or were when the processes died that did
 * - `paused`: nothing is asked until somebody resumes it
 * - `completed`: every row is done or failed
 * - `cancelled`: it was called off; what was not asked never is
 */
export const batchStatuses = ['loading', 'running', 'paused', 'completed', 'cancelled'] as const;
export type BatchStatus = (typeof batchStatuses)[number];

/** A prompt that is asked once for each row of some data, or several times. */
export interface Batch {
  readonly id: BatchId;
  readonly project: ProjectId | null;
  readonly name: string | null;
  readonly prompt: ExecutedPrompt & { readonly reference: string };
  /** The model's full name. */
  readonly model: string;
  readonly settings: BatchSettings;
  readonly status: BatchStatus;
  /** How many items there are: the rows, each as often as it is asked; null while they are being read. */
  readonly rows: number | null;
  /** How many items are answered. */
  readonly done: number;
  /** How many items failed. */
  readonly failed: number;
  /** What the calls have cost; one that nobody knows the cost of counts with what it could have cost. */
  readonly spent: NanoDollars;
  /** What the calls that are on their way may cost; counted under a ceiling only. */
  readonly reserved: NanoDollars;
  /** The process that reads its rows; null when they are read. */
  readonly loader: ProcessIdentity | null;
  /** Why it was paused; null when somebody wanted it so. */
  readonly problem: BatchProblem | null;
  readonly actor: string;
  readonly createdAt: Date;
  /** When its status was changed last. */
  readonly updatedAt: Date;
  /** When it was completed or cancelled. */
  readonly finishedAt: Date | null;
}

/** How a batch was asked for; the same for all its rows. */
export interface BatchSettings {
  /** Calls at the same time, of each process. */
  readonly concurrency: number;
  /** Of all processes together; null for as many as there are. */
  readonly rate: CallRate | null;
  /** What it may cost; null for as much as it takes. */
  readonly maxCost: NanoDollars | null;
  /** How often each row is asked. */
  readonly repeat: number;
  /** What is asked besides the data, as JSON can express it: the affair of who asks. */
  readonly question: object;
}

export interface BatchProblem {
  readonly code: string;
  readonly message: string;
}

/**
 * Where an item stands.
 * - `pending`: it waits to be asked
 * - `claimed`: a worker is at it, or was when its process died
 * - `done`: its answer is on record; `failed`: that there is none
 * - `cancelled`: the batch was called off before it was asked
 */
export const itemStatuses = ['pending', 'claimed', 'done', 'failed', 'cancelled'] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/** The values of the variables, by their names. */
export type ItemInput = { readonly [variable: string]: Json };

/** A row of the data, one of the times that it is asked. */
export interface BatchItem {
  /** Counts the items of a batch, from 1: row by row, repetition by repetition within a row. */
  readonly position: number;
  /** From 1. */
  readonly row: number;
  /** From 1. */
  readonly repetition: number;
  readonly status: ItemStatus;
  /** The calls that were made for it since somebody set it to pending. */
  readonly calls: number;
  /** The execution whose answer or failure stands; null when there is none. */
  readonly execution: ExecutionId | null;
  readonly problem: BatchProblem | null;
  readonly input: ItemInput;
}

/** An item that a worker has for itself. */
export type ClaimedItem = Pick<BatchItem, 'position' | 'row' | 'repetition' | 'calls' | 'input'>;

/** An item that is written before the batch begins. One with a problem fails without being asked. */
export type NewItem = Pick<BatchItem, 'position' | 'row' | 'repetition' | 'problem' | 'input'>;

/** More calls are not made for an item, whatever becomes of them, until somebody wants it tried again. */
export const MOST_CALLS = 3;

/** How many items stand where. */
export type ItemTally = Readonly<Record<ItemStatus, number>>;

/** A process that works on batches, or on workflows. */
export interface Worker {
  readonly id: WorkerId;
  readonly process: ProcessIdentity;
  readonly status: WorkerStatus;
  /** How many calls it has on their way. */
  readonly inFlight: number;
  /** The version of the program. */
  readonly version: string;
  readonly actor: string;
  readonly startedAt: Date;
  /** When it said last that it is there. */
  readonly seenAt: Date;
}

/** `draining`: it begins nothing any more; `stopped`: it said good-bye. */
export const workerStatuses = ['running', 'draining', 'stopped'] as const;
export type WorkerStatus = (typeof workerStatuses)[number];

/** A call whose process was gone before anybody knew how it ended: it may have been answered, and paid for. */
export interface AmbiguousCall {
  readonly position: number;
  readonly row: number;
  readonly repetition: number;
  readonly execution: ExecutionId;
  /** When the last call of the execution began. */
  readonly at: Date;
}
