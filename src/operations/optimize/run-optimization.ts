import { isDeepStrictEqual } from 'node:util';
import type { Optimization } from '../../engine/optimize/optimization.js';
import type { OptimizationRow } from '../../engine/optimize/optimization-row.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { advanceOptimization } from './advance-optimization.js';
import { recentOptimizations } from './find-optimization.js';
import { type NewOptimization, newOptimization } from './new-optimization.js';
import type { OptimizationDeps } from './optimization-deps.js';
import { newOptimizationInput } from './optimization-input.js';
import { runOutput } from './optimization-run-output.js';
import type { OptimizationRunOutput } from './outputs.js';

/** Of the newest so many, one may be the same. */
const LOOKED_AT = 20;

/**
 * Searches for a better text of a message of a prompt, and judges what it finds on rows that no choice saw. Every call is
 * on record before it is made, so that it goes on where it was whatever happens; asking for the very same again goes on
 * with one that has not come to its end.
 *
 * @throws NotAllowedError in a workspace without the database
 * @throws what making an optimisation and going on with it throws
 */
export const runOptimization = guarded(
  needs.runOptimization,
  newOptimizationInput,
  async (deps: OptimizationDeps, given): Promise<OptimizationRunOutput> => {
    const made = await newOptimization(deps, given);
    const begun = await begunBefore(deps, made);
    if (begun === undefined)
      await executionsOf(deps).optimizationJournal.create(made.optimization, made.rows);
    const optimization = begun ?? made.optimization;
    const warnings = [...made.warnings, ...(begun === undefined ? [] : [goesOn(begun)])];
    await advanceOptimization(deps, optimization);
    return runOutput(deps, optimization, warnings);
  },
);

/** The same one, which has not come to its end. */
async function begunBefore(deps: Deps, made: NewOptimization): Promise<Optimization | undefined> {
  const { optimizationJournal } = executionsOf(deps);
  for (const one of await recentOptimizations(deps, LOOKED_AT)) {
    if (one.status === 'completed' || !isSameAsked(one, made.optimization)) continue;
    if (isSame(await optimizationJournal.rows(one.id), made.rows)) return one;
  }
  return undefined;
}

function isSameAsked(one: Optimization, other: Optimization): boolean {
  return isDeepStrictEqual(askedFor(one), askedFor(other));
}

/** How many calls are made at a time decides nothing. */
function askedFor({ project, prompt, message, model, reflectionModel, settings }: Optimization) {
  const { concurrency: _, ...decisive } = settings;
  return { project, version: prompt.version, message, model, reflectionModel, decisive };
}

function isSame(rows: readonly OptimizationRow[], others: readonly OptimizationRow[]): boolean {
  return JSON.stringify(rows) === JSON.stringify(others);
}

function goesOn({ id }: Optimization): string {
  return `The same was begun before, as optimisation ${id}, which goes on.`;
}
