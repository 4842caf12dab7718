import { PromptRunnerError } from '../../base/errors.js';

/** What was asked for cannot be searched for: too few rows, too small a budget, a start that is not fit for it. */
export class OptimizationInputError extends PromptRunnerError {
  readonly code = 'OPTIMIZATION_INPUT';
  readonly kind = 'usage';
}

/** An optimisation does not stand where something takes it to. */
export class OptimizationStateError extends PromptRunnerError {
  readonly code = 'OPTIMIZATION_STATE';
  readonly kind = 'not-allowed';
}
