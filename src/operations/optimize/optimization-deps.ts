import type { OptimizationProgress } from '../../engine/optimize/optimization-ports.js';
import type { Deps } from '../deps.js';
import type { OptimizationView } from './outputs.js';

/** Who follows an optimisation, and may end it. */
export interface OptimizationFollower {
  /** Ends the calls that are on their way. */
  readonly signal: AbortSignal;
  /** Nothing more is asked; what is on its way comes to its end. */
  readonly drain: AbortSignal;
  /** It is on record, and about to go on, or to begin. */
  readonly onBegin?: (optimization: OptimizationView) => void;
  /** Is told how far it is whenever a call was answered. */
  readonly onProgress?: (progress: OptimizationProgress) => void;
}

/** What operations work with that run optimisations. */
export interface OptimizationDeps extends Deps {
  /** Nobody unless given. */
  readonly optimizationFollower?: OptimizationFollower;
}

/** Who follows: somebody who only waits for the end, unless given. */
export function optimizationFollowerOf({ optimizationFollower }: OptimizationDeps): OptimizationFollower {
  return (
    optimizationFollower ?? { signal: new AbortController().signal, drain: new AbortController().signal }
  );
}
