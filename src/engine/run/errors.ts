import { PromptRunnerError } from '../../base/errors.js';
import type { Run, RunOwner } from './run.js';

/** The gate was decided already, or is about another content by now. */
export class GateClosedError extends PromptRunnerError {
  readonly code = 'GATE_CLOSED';
  readonly kind = 'not-allowed';
}

/** Another process is at the run. */
export class RunBusyError extends PromptRunnerError {
  readonly code = 'RUN_BUSY';
  readonly kind = 'not-allowed';

  /** @param owner null when it was taken over, and left again since */
  constructor({ kind, subject }: Pick<Run, 'kind' | 'subject'>, owner: RunOwner | null) {
    const what = `The ${kind} ${subject}`;
    super(
      owner === null
        ? `${what} was taken over by another process.`
        : `${what} is being run by process ${owner.pid} on ${owner.host}.`,
      {
        hint: owner === null ? 'See where it stands now.' : 'Wait until it is done, or end that process.',
      },
    );
  }
}
