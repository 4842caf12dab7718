import { PromptRunnerError } from '../../base/errors.js';

/** The name leads out of the folder that files may be written to. */
export class OutputOutsideRootError extends PromptRunnerError {
  readonly code = 'OUTPUT_OUTSIDE_ROOT';
  readonly kind = 'usage';

  constructor(name: string, root: string) {
    super(`"${name}" does not lie inside ${root}; nothing was written.`, {
      hint: 'Name a file inside that folder, or send the text elsewhere with a pipe (> file).',
    });
  }
}

/** There is a file of that name, and it may not be replaced. */
export class OutputExistsError extends PromptRunnerError {
  readonly code = 'OUTPUT_EXISTS';
  readonly kind = 'failed';

  constructor(path: string, options?: ErrorOptions) {
    super(
      `${path} exists already; nothing was written.`,
      { hint: 'Name another file, or replace it with --yes.' },
      options,
    );
  }
}

/** A folder stands where the file should be. */
export class OutputIsFolderError extends PromptRunnerError {
  readonly code = 'OUTPUT_IS_FOLDER';
  readonly kind = 'usage';

  constructor(path: string) {
    super(`${path} is a folder; nothing was written.`, { hint: 'Name a file inside it.' });
  }
}

/** The system refuses to write the file; nothing of it was left behind. */
export class OutputNotWrittenError extends PromptRunnerError {
  readonly code = 'OUTPUT_NOT_WRITTEN';
  readonly kind = 'failed';

  constructor(path: string, reason: string, hint: string, options?: ErrorOptions) {
    super(`${path} could not be written: ${reason}.`, { hint }, options);
  }
}
