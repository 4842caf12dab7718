import { PromptRunnerError } from '../base/errors.js';

/** The words of a command line do not make a command. */
export class UsageError extends PromptRunnerError {
  readonly code = 'USAGE';
  readonly kind = 'usage';
}
