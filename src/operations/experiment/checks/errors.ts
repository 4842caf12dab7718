import { PromptRunnerError } from '../../../base/errors.js';

/** A program that a check names could not be started. */
export class CheckCommandError extends PromptRunnerError {
  readonly code = 'CHECK_COMMAND';
  readonly kind = 'failed';
}

/** The checks of an experiment run programs, and nobody has agreed to that. */
export class CheckCommandsNotAllowedError extends PromptRunnerError {
  readonly code = 'COMMANDS_NOT_ALLOWED';
  readonly kind = 'not-allowed';

  /** @param commands as they are typed */
  constructor(commands: readonly string[]) {
    super(
      `The checks run programs on this machine:\n${commands.map((command) => `  ${command}`).join('\n')}`,
      { hint: 'Look at them; when they may run, add --allow-commands.' },
    );
  }
}
