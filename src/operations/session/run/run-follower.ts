import type { RunWatch } from '../../../engine/run/advance-run.js';
import type { SessionRunWatch } from '../../../engine/session/run/session-program.js';
import type { Deps } from '../../deps.js';

/** Who follows a run as it goes, and may end it. */
export interface RunFollower extends SessionRunWatch, RunWatch {
  readonly signal: AbortSignal;
  /** A line of what the project's own test command prints. */
  readonly onVerification?: (line: string) => void;
}

/** What operations work with that go on for long. */
export interface FollowedDeps extends Deps {
  readonly follow: RunFollower;
}
