import { PromptRunnerError } from '../../base/errors.js';

/** The script of a fake cannot be read, or makes no sense. */
export class FakeScriptError extends PromptRunnerError {
  readonly code = 'FAKE_SCRIPT_INVALID';
  readonly kind = 'usage';
}
