import { PromptRunnerError, type TextPlace } from '../../base/errors.js';
import { shellWord } from '../../base/text/shell-word.js';
import type { WorkflowFault } from './fault.js';

/** The file of a workflow is not right. */
export class WorkflowInvalidError extends PromptRunnerError {
  readonly code = 'WORKFLOW_INVALID';
  readonly kind = 'failed';
  /** All that is wrong, in the order of the file. */
  readonly faults: readonly WorkflowFault[];
  readonly #name: string;

  /**
   * @param name of the file
   * @param faults at least one
   */
  constructor(name: string, faults: readonly WorkflowFault[]) {
    const [first, ...others] = faults;
    const more =
      others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'fault' : 'faults'}`;
    super(`${name} is no workflow that can run${more}: ${first?.message ?? ''}`, {
      hint: first?.hint ?? undefined,
      next: `prompt-runner workflow validate ${shellWord(name)}`,
    });
    this.faults = faults;
    this.#name = name;
  }

  override get place(): TextPlace | undefined {
    const [first] = this.faults;
    return first && { name: this.#name, line: first.line, column: first.column, excerpt: first.excerpt };
  }
}
