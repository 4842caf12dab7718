import { PromptRunnerError } from '../../base/errors.js';
import type { ModelName } from '../spec/model-name.js';
import { writtenModelName } from '../spec/model-name.js';

/** A provider needs a key, and there is none. */
export class KeyMissingError extends PromptRunnerError {
  readonly code = 'MODEL_KEY_MISSING';
  readonly kind = 'failed';

  readonly variable: string;

  constructor(name: ModelName, title: string, variable: string, keyFile: string) {
    super(`${writtenModelName(name)} needs a key of ${title}'s, and there is none.`, {
      hint:
        `Set ${variable} in the environment, or write a line ${variable}=… into .env here or into ${keyFile}, ` +
        'which only you may read. Without a key: --model fake, --model claude or another agent, or by hand: ' +
        'copy the prompt into a chat and paste the answer.',
    });
    this.variable = variable;
  }
}

/** The file of keys is open to others, or cannot be read. */
export class KeyFileError extends PromptRunnerError {
  readonly code = 'MODEL_KEY_FILE';
  readonly kind = 'not-allowed';
}
