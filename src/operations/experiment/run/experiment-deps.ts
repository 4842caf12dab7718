import type { BatchProgress } from '../../../engine/batch/batch-ports.js';
import type { Deps } from '../../deps.js';
import type { ExperimentView } from '../outputs.js';

/** Who follows the run of an experiment, and may end that. */
export interface ExperimentFollower {
  /** Ends the calls that are on their way. */
  readonly signal: AbortSignal;
  /** Nothing more is begun; what is on its way comes to its end. */
  readonly drain: AbortSignal;
  /** Its batches are on record, and about to be asked. */
  readonly onBegin?: (experiment: ExperimentView) => void;
  /** Is told how far all variants together are, several times a second. */
  readonly onProgress?: (progress: BatchProgress) => void;
}

/** What operations work with that run experiments. */
export interface ExperimentDeps extends Deps {
  /** Nobody unless given. */
  readonly experimentFollower?: ExperimentFollower;
}

/** Who follows: somebody who only waits for the end, unless given. */
export function experimentFollowerOf({ experimentFollower }: ExperimentDeps): ExperimentFollower {
  return experimentFollower ?? { signal: new AbortController().signal, drain: new AbortController().signal };
}
