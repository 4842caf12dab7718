import { PromptRunnerError } from '../errors.js';

/** A command given as one string opens a quote that it never closes. */
export class UnbalancedQuoteError extends PromptRunnerError {
  readonly code = 'UNBALANCED_QUOTE';
  readonly kind = 'usage';

  constructor(command: string, quote: string) {
    super(`The command ${command} opens a quote (${quote}) and never closes it.`, {
      hint: 'Close it, or put a backslash before it.',
    });
  }
}
