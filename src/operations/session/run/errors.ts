import { PromptRunnerError } from '../../../base/errors.js';
import type { SessionId } from '../../../base/ids.js';

/** The session was never run. */
export class NoRunError extends PromptRunnerError {
  readonly code = 'NO_RUN';
  readonly kind = 'not-found';

  constructor(session: SessionId | null) {
    super(session === null ? 'There is no run to go on with.' : `The session ${session} was never run.`, {
      hint: 'Begin a run.',
      next:
        session === null
          ? 'prompt-runner orchestrate run --help'
          : `prompt-runner orchestrate run --session ${session}`,
    });
  }
}

/** Nothing waits for approval. */
export class NoGateError extends PromptRunnerError {
  readonly code = 'NO_GATE';
  readonly kind = 'not-allowed';

  constructor(session: SessionId) {
    super(`Nothing of the session ${session} waits for approval.`, {
      hint: 'See where it stands.',
      next: `prompt-runner orchestrate status ${session}`,
    });
  }
}

/** Somebody ended the test command: whether the tests pass is not known. */
export class VerificationInterruptedError extends PromptRunnerError {
  readonly code = 'VERIFICATION_INTERRUPTED';
  readonly kind = 'interrupted';

  constructor() {
    super('The tests were interrupted before they were done; the answer is kept.', {
      hint: 'Go on with the run, or give the same command again: the answer is taken, and only the tests are run anew.',
    });
  }
}
