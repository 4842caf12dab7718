import type { Json } from '../../models/spec/model-request.js';
import type { RunProblem, RunStep } from './run.js';

/** A step that comes next, ready to be done. */
export interface RunTask {
  /** Which step it is, the same at every try: `process`, `complete/2`. */
  readonly key: string;
  /** What it does, for people: `Planning with openai:gpt-5`. */
  readonly title: string;
  /** Does it. Whatever it brings forth is kept by itself; the run keeps what it returns. */
  perform(turn: TaskTurn): Promise<TaskResult>;
}

/** One try at a step. */
export interface TaskTurn {
  readonly signal: AbortSignal;
  /** Why the last try was not approved; null when none was turned down. */
  readonly comment: string | null;
}

export interface TaskResult {
  /** Small: ids and figures. */
  readonly output: Json;
  /** What a person has to approve before it goes on; null when nobody has to. */
  readonly approval: { readonly checksum: string } | null;
}

/** What comes next: a step, or the end. */
export type NextTask =
  | { readonly is: 'task'; readonly task: RunTask }
  | { readonly is: 'end'; readonly status: 'completed' | 'stopped'; readonly problem: RunProblem | null };

/**
 * What a run does: it knows the steps, and finds out from its own record which one comes next. So the same
 * steps may be done by hand in between.
 */
export interface RunProgram {
  /**
   * What comes next.
   * @param rejected the step that was turned down, when it has not been done again since
   */
  next(rejected: RunStep | null): Promise<NextTask>;
  /**
   * The checksum of what a step's gate is about, as it stands now; null when it stands no more. It is
   * another one when somebody did the step by hand meanwhile: nothing is left to approve then.
   */
  contentOf(step: RunStep): Promise<string | null>;
}
