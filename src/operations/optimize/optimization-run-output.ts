import type { Optimization } from '../../engine/optimize/optimization.js';
import type { Deps } from '../deps.js';
import { optimizationAsItIs } from './find-optimization.js';
import { nextOfOptimization } from './next-of-optimization.js';
import { outcomeSentences } from './outcome-sentences.js';
import type { OptimizationRunOutput } from './outputs.js';
import { optimizationView } from './views/optimization-view.js';

/** How an optimisation stands after it was run. */
export async function runOutput(
  deps: Deps,
  optimization: Pick<Optimization, 'id'>,
  warnings: readonly string[],
): Promise<OptimizationRunOutput> {
  const now = await optimizationAsItIs(deps, optimization);
  return {
    optimization: await optimizationView(deps, now),
    says: now.outcome === null ? [] : outcomeSentences(now.outcome),
    warnings: [...warnings],
    next: nextOfOptimization(now),
  };
}
