import { PromptRunnerError } from '../../base/errors.js';

/** The execution brought no answer. */
export class AnswerMissingError extends PromptRunnerError {
  readonly code = 'ANSWER_MISSING';
  readonly kind = 'not-found';

  constructor(execution: string) {
    super(`Execution ${execution} has no answer.`, {
      hint: 'See what became of it.',
      next: `prompt-runner execution show ${execution}`,
    });
  }
}
