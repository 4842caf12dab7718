import { PromptRunnerError } from '../../base/errors.js';

/** What should be text is not valid UTF-8. */
export class NotUtf8Error extends PromptRunnerError {
  readonly code = 'NOT_UTF8';
  readonly kind = 'failed';

  /** @param name the file's name, as a person gave it */
  constructor(name: string, options?: ErrorOptions) {
    super(
      `"${name}" is not UTF-8 text.`,
      { hint: 'Save it as UTF-8; a file in Latin-1 is made so by iconv -f latin1 -t utf-8.' },
      options,
    );
  }
}

/** A file of variables, or a variable on the command line, cannot be read as such. */
export class TemplateVariablesError extends PromptRunnerError {
  readonly code = 'TEMPLATE_VARIABLES';
  readonly kind = 'usage';
}
