import { PromptRunnerError } from '../../base/errors.js';
import type { ProcessEnd } from '../../base/process/process-end.js';

/** The test command could not be started: there is no such program, or it may not be run. */
export class VerificationNotStartedError extends PromptRunnerError {
  readonly code = 'VERIFICATION_NOT_STARTED';
  readonly kind = 'failed';

  constructor(
    program: string,
    folder: string,
    end: Extract<ProcessEnd, { outcome: 'not-found' | 'not-started' }>,
  ) {
    const why = end.outcome === 'not-found' ? 'no program has that name' : end.cause.message;
    super(`The test command "${program}" could not be started in ${folder}: ${why}.`, {
      hint: 'Give a program and its arguments; no shell reads them, so pipes and && do not work.',
    });
  }
}
