import { PromptRunnerError } from '../../base/errors.js';

/** `exec:` was named as a model without the command that it stands for. */
export class ExecCommandMissingError extends PromptRunnerError {
  readonly code = 'EXEC_COMMAND_MISSING';
  readonly kind = 'usage';

  constructor() {
    super('The model "exec:" names no command to run.', {
      hint: 'Write the command after the colon, such as --model "exec:./my-agent --fast".',
    });
  }
}

/** The program of an agent is not installed, or not in PATH. */
export class AgentMissingError extends PromptRunnerError {
  readonly code = 'AGENT_MISSING';
  readonly kind = 'failed';

  /** @param install the command that installs it */
  constructor(agent: string, install: string) {
    super(`The program ${agent} is not installed, or not in PATH.`, {
      hint: 'Install it, or take another model.',
      next: install,
    });
  }
}
