import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { advanceOptimization } from './advance-optimization.js';
import { findOptimization } from './find-optimization.js';
import type { OptimizationDeps } from './optimization-deps.js';
import { newOptimizationInput } from './optimization-input.js';
import { optimizationReference } from './optimization-reference.js';
import { runOutput } from './optimization-run-output.js';
import type { OptimizationRunOutput } from './outputs.js';

const input = z.object({
  ...optimizationReference,
  /** Calls at the same time, from now on; what is decided does not depend on it. */
  concurrency: newOptimizationInput.shape.concurrency,
});

/**
 * Goes on with an optimisation where it was, as it was begun.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws what going on with it throws
 */
export const resumeOptimization = guarded(
  needs.resumeOptimization,
  input,
  async (
    deps: OptimizationDeps,
    { optimization: reference, concurrency },
  ): Promise<OptimizationRunOutput> => {
    const found = await findOptimization(deps, reference);
    const settings = { ...found.settings, ...(concurrency !== undefined && { concurrency }) };
    await advanceOptimization(deps, { ...found, settings });
    return runOutput(deps, found, []);
  },
);
