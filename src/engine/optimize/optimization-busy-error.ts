import { PromptRunnerError } from '../../base/errors.js';
import type { OptimizationId } from '../../base/ids.js';
import type { ProcessIdentity } from '../../base/process/process-identity.js';

/** Another process is at the optimisation. */
export class OptimizationBusyError extends PromptRunnerError {
  readonly code = 'OPTIMIZATION_BUSY';
  readonly kind = 'not-allowed';

  /** @param owner null when it was taken over, and left again since */
  constructor(id: OptimizationId, owner: ProcessIdentity | null) {
    super(
      owner === null
        ? `Optimisation ${id} was taken over by another process.`
        : `Process ${owner.pid} on ${owner.host} is at optimisation ${id}.`,
      {
        hint: owner === null ? 'See where it stands now.' : 'Wait until it is done, or end that process.',
        next: `prompt-runner optimize show ${id}`,
      },
    );
  }
}
