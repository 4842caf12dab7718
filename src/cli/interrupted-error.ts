import { PromptRunnerError } from '../base/errors.js';

/** A person pressed Ctrl-C where something was asked of them, or before anything was begun. */
export class InterruptedError extends PromptRunnerError {
  readonly code = 'INTERRUPTED';
  readonly kind = 'interrupted';

  constructor() {
    super('Interrupted; nothing was changed.');
  }
}
