import { PromptRunnerError } from '../../../base/errors.js';
import type { RunId } from '../../../base/ids.js';
import { formatDuration } from '../../../base/text/format-duration.js';
import type { StepPath } from './step-path.js';

/** A command exited with another code than 0, and its step does not allow that. */
export class CommandFailedError extends PromptRunnerError {
  readonly code = 'COMMAND_FAILED';
  readonly kind = 'failed';

  /** @param said the last line that it printed; empty when it printed none */
  constructor(program: string, exitCode: number, said: string) {
    super(`${program} ended with exit code ${exitCode}${said === '' ? '.' : `: ${said}`}`, {
      hint: 'When that is no failure, say "allow_failure: true" in the step.',
    });
  }
}

/** One try at a step took longer than the step allows. */
export class StepTimeoutError extends PromptRunnerError {
  readonly code = 'STEP_TIMED_OUT';
  readonly kind = 'failed';

  constructor(milliseconds: number) {
    super(`It took longer than ${formatDuration(milliseconds)}, which is all that the step allows.`, {
      hint: 'Raise the timeout of the step.',
    });
  }
}

/** A command or a write was ended in the middle: whether it may be done again is for a person to say. */
export class StepCutOffError extends PromptRunnerError {
  readonly code = 'STEP_CUT_OFF';
  readonly kind = 'not-allowed';

  constructor(run: RunId, path: StepPath) {
    super('It was ended in the middle of its work, and nobody knows how far it came.', {
      hint: 'See what it has done; when it may be done again, say so.',
      next: `prompt-runner workflow resume ${run} --again ${path}`,
    });
  }
}

/** Somebody turned the content of a gate down, and the workflow ends there. */
export class GateRejectedError extends PromptRunnerError {
  readonly code = 'GATE_REJECTED';
  readonly kind = 'not-allowed';

  constructor(run: RunId, path: StepPath, comment: string | null) {
    super(`It was turned down${comment === null ? '.' : `: ${comment}`}`, {
      hint: 'Correct an input, or have a step before it done again.',
      next: `prompt-runner workflow resume ${run} --again ${path}`,
    });
  }
}

/** A gate has sent the run back as often as it may. */
export class RedoLimitError extends PromptRunnerError {
  readonly code = 'REDO_LIMIT';
  readonly kind = 'not-allowed';

  constructor(run: RunId, path: StepPath, times: number) {
    super(`It was turned down again after it had been redone ${times} times, which is the most.`, {
      hint: 'Correct an input, or have a step before it done again.',
      next: `prompt-runner workflow resume ${run} --again ${path}`,
    });
  }
}

/** What a list of steps is to be done for is no list. */
export class NotAListError extends PromptRunnerError {
  readonly code = 'NOT_A_LIST';
  readonly kind = 'failed';

  constructor(found: string) {
    super(`What it is to be done for is ${found}, not a list.`, {
      hint: 'Give "for_each" a list, or an expression that is one.',
    });
  }
}

/** Somebody called the run off. */
export class RunCancelledError extends PromptRunnerError {
  readonly code = 'RUN_CANCELLED';
  readonly kind = 'not-allowed';

  constructor(run: RunId) {
    super(`The run ${run} was cancelled.`, { hint: 'Begin another one.' });
  }
}
