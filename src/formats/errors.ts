import { PromptRunnerError, type Remedy } from '../base/errors.js';

/** A file is not of the format it was taken for, or is no text at all. */
export class UnreadablePromptFileError extends PromptRunnerError {
  readonly code = 'UNREADABLE_PROMPT_FILE';
  readonly kind = 'failed';
  readonly path: string;
  /** The line of the file, from 1; null when it is about the whole file. */
  readonly line: number | null;

  /** @param reason a clause without a full stop, such as "`tags` is no list of texts" */
  constructor(path: string, reason: string, line: number | null = null, remedy: Remedy = {}) {
    const place = line === null ? path : `${path}, line ${line}`;
    super(`The prompt file ${place} cannot be read: ${reason}.`, remedy);
    this.path = path;
    this.line = line;
  }
}

/** A format has no way to say what a prompt says. */
export class CannotExpressError extends PromptRunnerError {
  readonly code = 'CANNOT_EXPRESS';
  readonly kind = 'failed';

  /**
   * @param title the title of the format
   * @param reason a clause without a full stop, such as "it has no filters (message 1, line 3)"
   */
  constructor(title: string, reason: string) {
    super(`The prompt cannot be written as ${title}: ${reason}.`, {
      hint: 'Write it in the own format, which holds every prompt, or change the prompt.',
    });
  }
}
