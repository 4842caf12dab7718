import { PromptRunnerError } from '../../base/errors.js';

/** What was said of an experiment does not make one. */
export class ExperimentDefinitionError extends PromptRunnerError {
  readonly code = 'EXPERIMENT_DEFINITION';
  readonly kind = 'usage';
}

/** An experiment does not stand where something takes it to. */
export class ExperimentStateError extends PromptRunnerError {
  readonly code = 'EXPERIMENT_STATE';
  readonly kind = 'not-allowed';
}
