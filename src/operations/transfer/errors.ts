import { PromptRunnerError } from '../../base/errors.js';
import type { SessionId } from '../../base/ids.js';

/** Both sides have moved the session since they were the same. */
export class SessionDivergedError extends PromptRunnerError {
  readonly code = 'SESSION_DIVERGED';
  readonly kind = 'not-allowed';

  constructor(session: SessionId) {
    super(`Session ${session} was changed on both sides; neither was touched.`, {
      hint: 'Take one side back with undo until it is a part of the other.',
      next: `prompt-runner orchestrate history ${session}`,
    });
  }
}

/** The id belongs to a session with another feature request. */
export class SessionIdTakenError extends PromptRunnerError {
  readonly code = 'SESSION_ID_TAKEN';
  readonly kind = 'failed';

  constructor(session: SessionId) {
    super(`There is another session ${session} already, with another feature request; it stays.`, {
      hint: 'Delete one of the two, or give the file and its "id" another name.',
    });
  }
}
