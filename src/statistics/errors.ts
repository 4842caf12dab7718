import { PromptRunnerError } from '../base/errors.js';

/** Figures for which a statistic is not defined, such as a share of two or a variance of one observation. */
export class StatisticsInputError extends PromptRunnerError {
  readonly code = 'STATISTICS_INPUT';
  readonly kind = 'usage';

  /**
   * @param what the figure and what it has to be: `the confidence level has to be between 0 and 1`
   * @param given what was given instead
   */
  constructor(what: string, given: number) {
    super(`Not calculated, because ${what}, not ${given}.`, {
      hint: 'Correct the figure; nothing was changed.',
    });
  }
}
