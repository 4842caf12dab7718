import { sha256 } from '../../../base/checksum.js';
import type { Json, ModelParameters } from '../../../models/spec/model-request.js';
import { inOrder } from '../../../prompts/in-order.js';
import type { PromptReference } from '../../../prompts/prompt-reference.js';

/** Values by names. */
export type Values = { readonly [name: string]: Json };

/** A prompt of the library with values for its variables. */
export interface FilledPrompt {
  readonly reference: PromptReference;
  readonly values: Values;
}

/** How a model is asked. */
interface Asking {
  /** The model that the step names; null when it leaves that to others. */
  readonly model: string | null;
  /** The model that the workflow names for all its steps. */
  readonly usualModel: string | null;
  readonly parameters: ModelParameters;
  /** JSON schema of the answer; null for text. */
  readonly schema: { readonly [key: string]: Json } | null;
}

export interface PromptTask extends Asking {
  readonly kind: 'prompt';
  readonly prompt: FilledPrompt;
}

export interface AskTask extends Asking {
  readonly kind: 'ask';
  readonly text: string;
  readonly system: string | null;
}

export interface CommandTask {
  readonly kind: 'run';
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** What it reads from its standard input; null for nothing. */
  readonly input: string | null;
  /** Where it runs, inside the root; null for the root. */
  readonly folder: string | null;
  readonly allowFailure: boolean;
}

/** What a step does once its texts are rendered. */
export type Task =
  | PromptTask
  | AskTask
  | CommandTask
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'template'; readonly prompt: FilledPrompt }
  | { readonly kind: 'read'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly text: string };

/** What a command leaves. Its names are those that workflows see. */
export type CommandOutcome = {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit_code: number;
};

/** SHA-256 of what a step is given, in hexadecimal: what was done for the same need not be done again. */
export function digestOf(task: Task): string {
  return sha256(JSON.stringify(inOrder(task)));
}

/** Whether doing it twice may do harm: then nobody does it again unasked when nobody knows how far it came. */
export function hasEffects({ kind }: Task): boolean {
  return kind === 'run' || kind === 'write';
}
