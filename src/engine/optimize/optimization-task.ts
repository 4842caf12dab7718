import type { SearchSettings } from './optimization.js';
import type { OptimizationRow } from './optimization-row.js';

/** What is searched for. */
export interface OptimizationTask {
  /** The template to begin with. */
  readonly start: string;
  readonly rows: readonly OptimizationRow[];
  readonly settings: SearchSettings;
}
