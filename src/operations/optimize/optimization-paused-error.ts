import { PromptRunnerError } from '../../base/errors.js';
import type { OptimizationId } from '../../base/ids.js';

/** Somebody wanted the optimisation to rest. */
export class OptimizationPausedError extends PromptRunnerError {
  readonly code = 'OPTIMIZATION_PAUSED';
  readonly kind = 'interrupted';

  constructor(id: OptimizationId) {
    super(`Optimisation ${id} is paused.`, {
      hint: 'It goes on where it was.',
      next: `prompt-runner optimize run --resume ${id}`,
    });
  }
}
