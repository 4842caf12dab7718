import type { Json } from '../../../models/spec/model-request.js';
import type { RunStep } from '../../run/run.js';
import type { AskTask, CommandOutcome, CommandTask, FilledPrompt, PromptTask } from './task.js';

/** One try at a step, for those who do its work. */
export interface WorkTurn {
  readonly signal: AbortSignal;
  /** The try, as it is on record. */
  readonly step: RunStep;
  /** How long it may take, in milliseconds; null for the usual time. */
  readonly timeoutMs: number | null;
  /** Whether the same was asked before in this run, and another answer is wanted. */
  readonly fresh: boolean;
}

/** What steps do to the world. Each does its work once, and throws when it cannot. */
export interface StepWork {
  /**
   * Asks a model; all that may cost money is on record before it is asked.
   * @returns the text of the answer; its value where the task has a schema
   */
  ask(task: PromptTask | AskTask, turn: WorkTurn): Promise<Json>;
  /** The text of a prompt of the library. */
  render(prompt: FilledPrompt, turn: WorkTurn): Promise<string>;
  /** Runs a program inside the root, without a shell, to its end, whatever its exit code is. */
  run(task: CommandTask, turn: WorkTurn): Promise<CommandOutcome>;
  /** Reads a text file inside the root. */
  read(path: string, turn: WorkTurn): Promise<string>;
  /** Writes a text file inside the root, whole or not at all. */
  write(path: string, text: string, turn: WorkTurn): Promise<void>;
}
