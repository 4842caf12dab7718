import type { ExecutionWatch } from '../../engine/execution/execution-request.js';
import type { Deps } from '../deps.js';

/** What operations work with that ask a model. */
export interface AskingDeps extends Deps {
  /** Who follows the answer as it comes, and may end it; nobody unless given. */
  readonly watch?: ExecutionWatch;
  /** Is told how often was asked so far, when the same is asked several times. */
  readonly onAnswered?: (asked: number) => void;
}

/** Who follows an answer: somebody who only waits for its end, unless given. */
export function watchOf({ watch }: AskingDeps): ExecutionWatch {
  // An answer that nobody listens to comes in one piece, and what had come of it by Ctrl-C would be lost.
  return { signal: new AbortController().signal, onText: () => {}, ...watch };
}
