import { PromptRunnerError } from '../../base/errors.js';

/** No model is named, nor set anywhere. */
export class ModelNotChosenError extends PromptRunnerError {
  readonly code = 'MODEL_NOT_CHOSEN';
  readonly kind = 'usage';

  constructor() {
    super('No model is named, and none is set.', {
      hint: 'Name one with --model, or set one for all: prompt-runner config set model.default NAME. "--model fake" needs no key.',
      next: 'prompt-runner model list',
    });
  }
}

/** A project's file, or a prompt, names a command of its own to be run as a model. */
export class ModelRefusedError extends PromptRunnerError {
  readonly code = 'MODEL_REFUSED';
  readonly kind = 'not-allowed';

  /** @param who what names it, at the beginning of a sentence */
  constructor(model: string, who: string) {
    super(`${who} wants "${model}" to be run; only you may name commands.`, {
      hint: 'Name the command yourself with --model, or set it in your own configuration.',
    });
  }
}
