import { PromptRunnerError, type Remedy } from '../base/errors.js';

/** Nothing has the name or id that was given. */
export class NotFoundError extends PromptRunnerError {
  readonly code: /** No session that is left has the id or title that was given. */
    | 'SESSION_NOT_FOUND'
    /** No project has the name or id that was given, or none holds the working folder. */
    | 'PROJECT_NOT_FOUND'
    /** No prompt has the name or id that was given, or it was deleted. */
    | 'PROMPT_NOT_FOUND'
    /** The prompt has no such version, or no such label. */
    | 'PROMPT_VERSION_NOT_FOUND'
    /** The prompt that was named is no template for sessions. */
    | 'TEMPLATE_FOR_SESSIONS_NOT_FOUND'
    /** The session has no such attempt. */
    | 'ATTEMPT_NOT_FOUND'
    /** No execution has the id that was given, or nothing is on record yet. */
    | 'EXECUTION_NOT_FOUND'
    /** No batch has the id or name that was given, or there is none yet. */
    | 'BATCH_NOT_FOUND'
    /** No worker has the id that was given. */
    | 'WORKER_NOT_FOUND'
    /** No experiment has the id or name that was given. */
    | 'EXPERIMENT_NOT_FOUND'
    /** The session or user takes no part in the experiment. */
    | 'UNIT_NOT_FOUND'
    /** No optimisation has the id that was given. */
    | 'OPTIMIZATION_NOT_FOUND'
    /** No provider of models has that name. */
    | 'PROVIDER_NOT_FOUND'
    /** There is no such alias of a model in that place. */
    | 'ALIAS_NOT_FOUND'
    /** No workflow has the name or id that was given. */
    | 'WORKFLOW_NOT_FOUND'
    /** The workflow has no such version. */
    | 'WORKFLOW_VERSION_NOT_FOUND'
    /** No run of a workflow has the id that was given, or none is on record yet. */
    | 'WORKFLOW_RUN_NOT_FOUND'
    /** The history of the session has no event of that number, or none so early. */
    | 'EVENT_NOT_FOUND'
    /** No session was named, and none is in use in the folder. */
    | 'NO_ACTIVE_SESSION'
    /** Nobody of that name has a role there. */
    | 'MEMBER_NOT_FOUND'
    /** The label is not among the protected ones. */
    | 'LABEL_NOT_FOUND'
    /** The server has no such login. */
    | 'LOGIN_NOT_FOUND'
    /** No setting has that key. */
    | 'SETTING_NOT_FOUND'
    /** The configuration file does not set that key. */
    | 'SETTING_NOT_SET'
    /** Nothing of ours is installed for that agent. */
    | 'AGENT_FILE_NOT_FOUND'
    /** The folder that was named is not there. */
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
