import { PromptRunnerError } from '../base/errors.js';

/** There is no such provider, or the name lacks its model. */
export class ModelUnknownError extends PromptRunnerError {
  readonly code = 'MODEL_UNKNOWN';
  readonly kind = 'not-found';
}

/** The code of a provider is not installed, or is not what it should be. */
export class ProviderMissingError extends PromptRunnerError {
  readonly code = 'MODEL_PROVIDER_MISSING';
  readonly kind = 'failed';
}
