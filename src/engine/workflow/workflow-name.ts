import { PromptRunnerError } from '../../base/errors.js';
import { libraryNameFault, suggestedName } from '../../prompts/library-name.js';
import type { WorkflowReference } from './workflow.js';

/** A text that cannot be the name of a workflow, or of one of its versions. */
export class WorkflowNameError extends PromptRunnerError {
  readonly code = 'WORKFLOW_NAME';
  readonly kind = 'usage';
}

/**
 * Checks the name of a workflow: the rules are those of prompts.
 *
 * @throws WorkflowNameError saying what is wrong with it, and with a name that would do
 * @example parseWorkflowName('team/review') === 'team/review'
 */
export function parseWorkflowName(text: string): string {
  const fault = libraryNameFault(text);
  if (fault === null) return text;
  const better = suggestedName(text);
  throw new WorkflowNameError(`"${text}" cannot be the name of a workflow: ${fault}.`, {
    hint: better === '' ? 'Take small letters, digits and . _ - /' : `This would do: ${better}`,
  });
}

/**
 * Reads `name` or `name@7`. A bare name, and `name@latest`, is the newest version.
 *
 * @throws WorkflowNameError
 * @example parseWorkflowReference('team/review@7').version === 7
 */
export function parseWorkflowReference(text: string): WorkflowReference {
  const at = text.indexOf('@');
  if (at < 0) return { name: parseWorkflowName(text), version: null };
  return { name: parseWorkflowName(text.slice(0, at)), version: versionOf(text.slice(at + 1)) };
}

/** @example workflowReferenceText({ name: 'review', version: 2 }) === 'review@2' */
export function workflowReferenceText({ name, version }: WorkflowReference): string {
  return version === null ? name : `${name}@${version}`;
}

function versionOf(text: string): number | null {
  if (text === 'latest') return null;
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number > 0) return number;
  throw new WorkflowNameError(`"${text}" is no version of a workflow.`, {
    hint: 'Versions count from 1: review@7.',
  });
}
