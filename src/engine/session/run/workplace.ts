import type { RunnableTool } from '../../execution/execution-request.js';
import type { Evidence } from '../evidence.js';

/** The codebase that a run works on, as far as the engine has to do with it. */
export interface Workplace {
  /** What is known of the repository, as text within a budget, for models that cannot look for themselves. */
  context(request: string): Promise<string>;
  /** Tools for models that can use them: they only look. */
  readonly tools: readonly RunnableTool[];
  /** The folder that agents look around in, absolute. */
  readonly folder: string;
  /**
   * Makes the place ready that an agent may change: a branch, a worktree.
   * @returns its folder, absolute
   */
  prepare(): Promise<string>;
  /** What has changed since then, and what the project's own test command says. */
  evidence(): Promise<Evidence | null>;
  /** The paths and names that a plan takes for granted and that are not there. */
  missingIn(plan: string): Promise<readonly MissingReference[]>;
}

/** Something that a plan refers to as existing, and that is not there. */
export interface MissingReference {
  readonly kind: 'path' | 'symbol';
  readonly text: string;
  /** The line of the plan, from 1. */
  readonly line: number;
}
