import { PromptRunnerError } from '../base/errors.js';

/** A configuration file that cannot be read, or a value in it that makes no sense. */
export class ConfigError extends PromptRunnerError {
  readonly code = 'CONFIG_INVALID';
  readonly kind = 'usage';
}
