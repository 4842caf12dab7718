import { PromptRunnerError } from '../../base/errors.js';

/** The file `models.yaml` makes no sense. */
export class ModelsFileError extends PromptRunnerError {
  readonly code = 'MODELS_FILE_INVALID';
  readonly kind = 'usage';
}
