import { PromptRunnerError } from '../../base/errors.js';

/** A model asked for what it may not have, or what is not there. The message is for the model. */
export class ToolRefusedError extends PromptRunnerError {
  readonly code = 'TOOL_REFUSED';
  readonly kind = 'not-allowed';
}
