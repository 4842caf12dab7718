import type { WorkerId } from '../../base/ids.js';
import type { ExecutionPorts } from '../execution/execution-ports.js';
import type { ExecutionRequest } from '../execution/execution-request.js';
import type { ClaimedItem } from './batch.js';
import type { BatchJournal, ItemHolder } from './batch-journal.js';

/** All that running a batch needs of the world. */
export interface BatchPorts {
  readonly journal: BatchJournal;
  readonly execution: ExecutionPorts;
  readonly worker: WorkingProcess;
  /**
   * The question that an item is.
   * @throws PromptRunnerError when it cannot be asked
   */
  requestFor(item: ClaimedItem): Promise<ItemRequest>;
  /** Whether a worker is there no more: what it has may be taken. */
  isGone(holder: ItemHolder, now: Date): boolean;
  /** Does some work time and again, with a pause in milliseconds before each, until it is stopped. */
  repeatedly(work: () => Promise<void>, pause: number): () => void;
}

/** A question without what the batch says of it. */
export type ItemRequest = Omit<ExecutionRequest, 'place'>;

/** Who asks, and counts what it has on its way. */
export interface WorkingProcess {
  readonly id: WorkerId;
  /** A call begins. */
  begin(): void;
  end(): void;
}

/** Who follows a batch, and may end that. */
export interface BatchWatch {
  /** Ends the calls that are on their way. */
  readonly signal: AbortSignal;
  /** Nothing more is begun; what is on its way comes to its end. */
  readonly drain: AbortSignal;
  readonly onProgress?: (progress: BatchProgress) => void;
}

/** How far a batch is, whoever brought it there. */
export interface BatchProgress {
  readonly rows: number;
  readonly done: number;
  readonly failed: number;
  /** Calls of this process. */
  readonly inFlight: number;
  /** Null as long as that cannot be told. */
  readonly rowsPerSecond: number | null;
  /** Null as long as that cannot be told. */
  readonly secondsLeft: number | null;
  /** In thousand-millionths of a US dollar. */
  readonly spent: number;
  /** What the rest will cost if it costs as much as what is done; null as long as nothing is. */
  readonly costLeft: number | null;
}
