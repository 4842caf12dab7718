import type { PromptVersionId } from '../../base/ids.js';
import type { Phase } from '../session/phase.js';
import type { PromptKind } from '../session/prompt-template.js';

/** A version of a prompt, as an experiment settled it. */
export interface SettledPrompt {
  /** Null for a built-in one. */
  readonly version: PromptVersionId | null;
  /** With the number of the version: `review@3`. */
  readonly reference: string;
}

/** What a session is carried out with. What it says nothing of stays what is in force where the session is. */
export interface Strategy {
  /** By the kind of prompt that they are taken for. */
  readonly templates: Readonly<Partial<Record<PromptKind, SettledPrompt>>>;
  /** Who does a phase, where a model or an agent does it. */
  readonly models: Readonly<Partial<Record<Phase, string>>>;
}

/** Everything stays as it is: the strategy to compare others with. */
export const usualStrategy: Strategy = { templates: {}, models: {} };
