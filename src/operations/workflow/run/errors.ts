import { PromptRunnerError } from '../../../base/errors.js';
import { shellWord } from '../../../base/text/shell-word.js';
import type { StepPath } from '../../../engine/workflow/run/step-path.js';

/** A workflow runs commands, and nobody has agreed to that. */
export class CommandsNotAllowedError extends PromptRunnerError {
  readonly code = 'COMMANDS_NOT_ALLOWED';
  readonly kind = 'not-allowed';

  /** @param commands each as the file has it */
  constructor(commands: readonly string[]) {
    super(
      `The workflow runs commands on this machine:\n${commands.map((command) => `  ${command}`).join('\n')}`,
      {
        hint: 'Look at them; when they may run, add --allow-commands.',
      },
    );
  }
}

/** The run is at its end, or was called off. */
export class RunOverError extends PromptRunnerError {
  readonly code = 'RUN_OVER';
  readonly kind = 'not-allowed';
}

/** No gate is open that the decision could be about. */
export class NoOpenGateError extends PromptRunnerError {
  readonly code = 'NO_GATE';
  readonly kind = 'not-allowed';

  /** @param open the gates that are open */
  constructor(run: string, step: string | undefined, open: readonly StepPath[]) {
    const what = step === undefined ? 'Nothing' : `Nothing at step "${step}"`;
    super(`${what} of the run ${run} waits for a decision.`, {
      hint: open.length === 0 ? 'See where it stands.' : `Open are: ${open.join(', ')}.`,
      next: `prompt-runner workflow status ${run}`,
    });
  }
}

/** Several gates are open, and none was named. */
export class WhichGateError extends PromptRunnerError {
  readonly code = 'WHICH_GATE';
  readonly kind = 'usage';

  constructor(run: string, open: readonly StepPath[]) {
    super(`Several gates of the run ${run} are open: ${open.join(', ')}.`, {
      hint: 'Name one of them.',
      next: `prompt-runner workflow approve ${run} ${shellWord(open[0] ?? '')}`,
    });
  }
}

/** A program that a step runs could not be started, or did not end by itself. */
export class CommandEndedError extends PromptRunnerError {
  readonly code = 'COMMAND_ENDED';
  readonly kind = 'failed';
}

/** A file of a step is outside of the codebase, or cannot be read or written as it should. */
export class StepFileError extends PromptRunnerError {
  readonly code = 'STEP_FILE';
  readonly kind = 'failed';
}
