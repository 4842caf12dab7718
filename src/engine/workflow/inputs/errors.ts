import { PromptRunnerError } from '../../../base/errors.js';

/** What is wrong with one input. */
export interface InputProblem {
  readonly name: string;
  /** Behind the words for the input: `is missing`. */
  readonly problem: string;
  readonly hint: string | undefined;
}

/** The inputs given to a workflow are not those that it needs. */
export class WorkflowInputError extends PromptRunnerError {
  readonly code = 'WORKFLOW_INPUT';
  readonly kind = 'usage';
  readonly problems: readonly InputProblem[];

  /** @param problems at least one */
  constructor(workflow: string, problems: readonly InputProblem[]) {
    super(`The workflow "${workflow}" cannot begin:\n${problems.map(lineOf).join('\n')}`, {
      hint: 'See which inputs it has.',
      next: `prompt-runner workflow show ${workflow}`,
    });
    this.problems = problems;
  }
}

function lineOf({ name, problem, hint }: InputProblem): string {
  return `  The input "${name}" ${problem}.${hint === undefined ? '' : ` ${hint}`}`;
}
