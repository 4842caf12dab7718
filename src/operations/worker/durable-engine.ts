import type { BatchId, RunId, WorkerId } from '../../base/ids.js';
import type { ItemRange } from '../../engine/batch/item-range.js';

/** A piece of work that one worker does: some rows of a batch, or the run of a workflow. Ids only, never contents. */
export type Piece =
  | { readonly kind: 'part'; readonly batch: BatchId; readonly range: ItemRange }
  | { readonly kind: 'run'; readonly run: RunId };

/** What became of a piece that a worker was given. */
export type PieceEnd =
  | { readonly is: 'done' }
  /** It is for others, or for later. */
  | { readonly is: 'left'; readonly afterSeconds: number };

/** Hands out pieces of work, each to one worker at a time, and again when that worker dies. */
export interface DurableEngine {
  /**
   * Makes what the engine keeps its own affairs in, and lets logins use it.
   *
   * @throws EngineMissingError when it is not installed
   * @throws EngineRightsError when the login may not
   */
  prepare(logins: readonly string[]): Promise<void>;
  /**
   * The way to put pieces in.
   *
   * @throws EngineMissingError, EngineRightsError
   */
  openQueue(): Promise<PieceQueue>;
  /**
   * Begins to take pieces out as a worker, until it is closed.
   *
   * @throws EngineMissingError, EngineRightsError
   */
  launch(worker: WorkerId, work: PieceWork): Promise<LaunchedEngine>;
}

export interface PieceQueue {
  /**
   * Has workers do some pieces. The same pieces of the same generation are put in once, however often that is asked.
   */
  add(pieces: readonly Piece[], generation: string): Promise<void>;
  /** Which of these workers take pieces out, wherever they are. */
  listening(workers: readonly WorkerId[]): Promise<ReadonlySet<WorkerId>>;
  close(): Promise<void>;
}

/** A worker, as the engine sees it. */
export interface PieceWork {
  /** Does a piece; it may be done again after a crash. Never throws. */
  take(piece: Piece): Promise<PieceEnd>;
  /** Another worker's process is gone for sure: what it has can be given to others. */
  gone(worker: WorkerId): Promise<void>;
  /** Something that whoever runs the worker may want to know. */
  note(message: string): void;
  /** What the engine says of itself, for whoever looks for a fault. */
  log(message: string): void;
}

export interface LaunchedEngine {
  /** Aborted when the others may take this worker for dead: it has to end. */
  readonly lost: AbortSignal;
  /** Whether nothing waits. */
  isIdle(): Promise<boolean>;
  /** Takes nothing more, and waits until all that was taken is done or left. */
  close(): Promise<void>;
}
