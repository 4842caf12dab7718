import { PromptRunnerError } from '../../../base/errors.js';
import type { StepPath } from '../run/step-path.js';

/** A step needs an answer, and the stubs have none. */
export class StubMissingError extends PromptRunnerError {
  readonly code = 'STUB_MISSING';
  readonly kind = 'usage';

  constructor(path: StepPath, what: string) {
    super(`There is no stub for ${what}: a dry run asks no model and runs no command.`, {
      hint: `Add "${path}" to the stubs; --stubs-init writes a file with one for each step that needs one.`,
    });
  }
}

/** A stub is not what its step brings forth. */
export class StubMisfitError extends PromptRunnerError {
  readonly code = 'STUB_MISFIT';
  readonly kind = 'usage';
}
