import type { Retry } from '../../../engine/execution/execution-request.js';
import type { RunStep } from '../../../engine/run/run.js';
import type { StepPath } from '../../../engine/workflow/run/step-path.js';
import type { WorkflowWatch } from '../../../engine/workflow/run/walking.js';
import type { Deps } from '../../deps.js';

/** Of a step what can be told of it from elsewhere. */
export type WorkerStep = Pick<RunStep, 'key' | 'status' | 'problem'>;

/** Who follows the run of a workflow as it goes, and may end it. */
export interface WorkflowFollower extends WorkflowWatch {
  /** The run is handed out, and no worker is there that could take it. */
  readonly onNobody?: () => void;
  /** A step at which another process is, or was, stands otherwise than before. */
  readonly onSeen?: (step: WorkerStep) => void;
  /** A bit of an answer. */
  readonly onText?: (path: StepPath, text: string) => void;
  /** What an agent does, one line. */
  readonly onActivity?: (path: StepPath, line: string) => void;
  /** A call to a model failed, and is made again. */
  readonly onRetry?: (path: StepPath, retry: Retry) => void;
}

/** What operations work with that take a workflow further. */
export interface WorkflowDeps extends Deps {
  readonly follow: WorkflowFollower;
}
