import type { BatchProgress } from '../../engine/batch/batch-ports.js';
import type { Deps } from '../deps.js';
import type { BatchView } from './outputs.js';

/** Who follows a batch, and may end that. */
export interface BatchFollower {
  /** Ends the calls that are on their way. */
  readonly signal: AbortSignal;
  /** Nothing more is begun; what is on its way comes to its end. */
  readonly drain: AbortSignal;
  /** The batch is on record, and its rows are about to be read, or to be asked. */
  readonly onBegin?: (batch: BatchView) => void;
  /** The rows are handed out, and no worker is there that could ask them. */
  readonly onNobody?: () => void;
  /** Is told how far it is, about every second. */
  readonly onProgress?: (progress: BatchProgress) => void;
}

/** What operations work with that run batches. */
export interface BatchDeps extends Deps {
  /** Nobody unless given. */
  readonly follower?: BatchFollower;
}

/** Who follows: somebody who only waits for the end, unless given. */
export function followerOf({ follower }: BatchDeps): BatchFollower {
  return follower ?? { signal: new AbortController().signal, drain: new AbortController().signal };
}
