/** The words of optimisations that every surface uses. */
export { optimizationGoals, optimizationStatuses } from '../../engine/optimize/optimization.js';
export type { OptimizationProgress } from '../../engine/optimize/optimization-ports.js';
