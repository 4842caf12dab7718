import { PromptRunnerError } from '../../../base/errors.js';
import { ModelCallError } from '../../../models/spec/model-fault.js';
import { TemplateError } from '../../../templates/index.js';
import { ToolRoundsError } from '../../execution/errors.js';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/** Whether a step that failed so may do better when it is tried again. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof PromptRunnerError) || error.kind !== 'failed') return false;
  const { cause = error } = error;
  if (cause instanceof ModelCallError) return cause.passing;
  return !(cause instanceof ToolRoundsError) && !(cause instanceof TemplateError);
}

/**
 * How long to wait before a step is tried again, in milliseconds: twice as long each time.
 * @param failed the tries that failed, at least 1
 */
export function waitBeforeTry(failed: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failed - 1));
}
