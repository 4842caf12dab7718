import { PromptRunnerError, type Remedy } from '../base/errors.js';

/** Nothing has the name or id that was given. */
export class NotFoundError extends PromptRunnerError {
  readonly code:
    | 'SESSION_NOT_FOUND'
    | 'PROJECT_NOT_FOUND'
    | 'ATTEMPT_NOT_FOUND'
    | 'EVENT_NOT_FOUND'
    | 'NO_ACTIVE_SESSION'
    | 'SETTING_NOT_FOUND'
    | 'SETTING_NOT_SET'
    | 'AGENT_FILE_NOT_FOUND'
    | 'FOLDER_NOT_FOUND';
  readonly kind = 'not-found';

  constructor(code: NotFoundError['code'], message: string, remedy: Remedy) {
    super(message, remedy);
    this.code = code;
  }
}

/** What was given fits several. */
export class AmbiguousReferenceError extends PromptRunnerError {
  readonly code = 'AMBIGUOUS_REFERENCE';
  readonly kind = 'usage';
}

/** The name is taken. */
export class NameTakenError extends PromptRunnerError {
  readonly code = 'NAME_TAKEN';
  readonly kind = 'failed';
}

/** There is a file of that name, which is not written over. */
export class FileExistsError extends PromptRunnerError {
  readonly code = 'FILE_EXISTS';
  readonly kind = 'failed';
}

/** What was asked does not go together with how things stand. */
export class NotAllowedError extends PromptRunnerError {
  readonly code = 'NOT_ALLOWED';
  readonly kind = 'not-allowed';
}
