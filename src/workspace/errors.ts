import { PromptRunnerError } from '../base/errors.js';

/** The workspace's folder cannot be used as it is. */
export class WorkspaceUnavailableError extends PromptRunnerError {
  readonly code = 'WORKSPACE_UNAVAILABLE';
  readonly kind = 'failed';

  constructor(location: string, reason: string, options?: ErrorOptions) {
    super(
      `The workspace ${location} cannot be used: ${reason}.`,
      { hint: 'Name another folder, or mend this one.' },
      options,
    );
  }
}

/** There is no such folder. */
export class WorkspaceNotFoundError extends PromptRunnerError {
  readonly code = 'WORKSPACE_NOT_FOUND';
  readonly kind = 'not-found';

  constructor(location: string) {
    super(`There is no workspace ${location}.`, {
      hint: 'Name the folder that holds "sessions" and "outputs".',
    });
  }
}

/** A name leads out of the workspace. */
export class WorkspaceNameOutsideError extends PromptRunnerError {
  readonly code = 'WORKSPACE_NAME_OUTSIDE';
  readonly kind = 'failed';

  constructor(name: string, location: string) {
    super(`"${name}" leads out of the workspace ${location}; it is neither read nor written.`, {
      hint: 'Put the file into the workspace instead of a link to it.',
    });
  }
}

/** Another process has the workspace's lock and keeps it. */
export class WorkspaceBusyError extends PromptRunnerError {
  readonly code = 'WORKSPACE_BUSY';
  readonly kind = 'failed';

  constructor(location: string, lock: string, owner: string) {
    super(`The workspace ${location} is locked by ${owner}; nothing was written.`, {
      hint: `When that process is gone, remove the file ${lock} and try again.`,
    });
  }
}

/** A session's file cannot be read. */
export class SessionFileBrokenError extends PromptRunnerError {
  readonly code = 'SESSION_FILE_BROKEN';
  readonly kind = 'failed';
  /** The file's name in the workspace. */
  readonly file: string;
  readonly reason: string;

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(
      `${file} cannot be read: ${reason}.`,
      { hint: 'Mend the file or move it away; the other sessions are not affected.' },
      options,
    );
    this.file = file;
    this.reason = reason;
  }
}

/** A project was named, and a workspace has none. */
export class WorkspaceHasNoProjectsError extends PromptRunnerError {
  readonly code = 'WORKSPACE_HAS_NO_PROJECTS';
  readonly kind = 'usage';

  constructor() {
    super('A workspace has no projects: its sessions belong to the workspace itself.', {
      hint: 'Leave --project out, or leave --workspace out to work with the database.',
    });
  }
}
