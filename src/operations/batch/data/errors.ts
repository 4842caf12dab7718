import { PromptRunnerError } from '../../../base/errors.js';

/** Data for a batch cannot be read from end to end. */
export class DataUnreadableError extends PromptRunnerError {
  readonly code = 'DATA_UNREADABLE';
  readonly kind = 'failed';

  /**
   * @param name the name of the data, as a person gave it
   * @param line where it goes wrong, from 1; null for the whole
   * @param fault a sentence about what is wrong there
   * @param hint sentences about how to mend it
   */
  constructor(name: string, line: number | null, fault: string, hint: string, options?: ErrorOptions) {
    const place = line === null ? `"${name}"` : `"${name}", line ${line}`;
    super(`${place}: ${fault}`, { hint: `${hint} Nothing was asked.`.trim() }, options);
  }
}

/** Nobody said how data is written, and its name does not tell. */
export class DataFormatError extends PromptRunnerError {
  readonly code = 'DATA_FORMAT';
  readonly kind = 'usage';
}
