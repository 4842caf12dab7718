import type { Json } from '../../../models/spec/model-request.js';
import type { HoldingPorts } from '../../run/hold-run.js';
import type { Run, RunStep } from '../../run/run.js';
import type { Workflow, WorkflowReference } from '../workflow.js';
import type { StepPath } from './step-path.js';
import type { StepWork } from './step-work.js';
import type { Task } from './task.js';
import type { TryRecord } from './try-record.js';

/** All that the run of a workflow needs of the world. */
export interface WorkflowPorts extends HoldingPorts {
  readonly work: StepWork;
  /**
   * Waits for some milliseconds.
   * @throws the signal's reason as soon as it is aborted
   */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** What a run goes through: the workflow, in the version that it keeps to, and those that it runs as steps. */
export interface WorkflowProgram {
  readonly workflow: Workflow;
  /** Another workflow, in the version that the run keeps to. */
  subworkflow(reference: WorkflowReference): Workflow;
}

/** Another try that is about to be made. */
export interface NextTry {
  readonly waitMs: number;
  /** Its number, from 1, and how many there are at most. */
  readonly next: number;
  readonly of: number;
}

/** Who follows the run of a workflow, and may end it. */
export interface WorkflowWatch {
  readonly signal: AbortSignal;
  onStep?(step: RunStep, task: Task): void;
  onStepDone?(step: RunStep, task: Task): void;
  onStepFailed?(step: RunStep, error: unknown): void;
  onTryAgain?(path: StepPath, error: unknown, next: NextTry): void;
  /** A step that is left out, because its condition is not true. */
  onSkipped?(path: StepPath): void;
  /** A step whose content waits for somebody's word. */
  onGate?(step: RunStep): void;
  /** A try whose process died: nobody knows how far it came. */
  onAmbiguous?(step: RunStep): void;
}

/** A run that is under way, for all that takes part in it. */
export interface Walking {
  readonly ports: WorkflowPorts;
  readonly run: Run;
  readonly program: WorkflowProgram;
  readonly record: TryRecord;
  readonly watch: WorkflowWatch;
  /** Aborted when somebody ends the run, or calls it off. */
  readonly signal: AbortSignal;
  /** Whether somebody has agreed that a step is done again although nobody knows how far it came. */
  isAgreed(path: StepPath): boolean;
  /** Says that these tries do not count any more. */
  forget(tries: readonly RunStep[]): Promise<void>;
}

/** What came of a step, or of several. */
export type Outcome =
  | { readonly is: 'done'; readonly output: Json }
  /** A gate in it is open. */
  | { readonly is: 'waiting' };
