import type { ProjectId, RunId } from '../../../base/ids.js';
import type { NanoDollars } from '../../../engine/execution/execution.js';
import type { WorkflowRunSettings } from './run-settings.js';

/** What the work of a run's steps has to know of it. */
export interface StartedRun {
  readonly id: RunId;
  readonly project: ProjectId | null;
  readonly createdAt: Date;
  /** The workflow, as errors name it: `feature@3`. */
  readonly name: string;
  readonly settings: WorkflowRunSettings;
  /** What it may cost altogether; null without a limit. */
  readonly limit: NanoDollars | null;
}
