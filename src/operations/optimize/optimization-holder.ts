import { isProcessGone, type ProcessIdentity, thisProcess } from '../../base/process/process-identity.js';
import { OptimizationStateError } from '../../engine/optimize/errors.js';
import type { Optimization } from '../../engine/optimize/optimization.js';
import { OptimizationBusyError } from '../../engine/optimize/optimization-busy-error.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { optimizationAsItIs } from './find-optimization.js';

/** A process of another machine cannot be asked; one call takes less than this. */
const SILENT_MS = 6 * 60 * 60_000;

/**
 * Makes this process the one who is at an optimisation.
 *
 * @returns the process, as the record has it
 * @throws OptimizationStateError when it is completed
 * @throws OptimizationBusyError when another process is at it
 */
export async function takeOptimization(
  deps: Deps,
  optimization: Pick<Optimization, 'id'>,
): Promise<ProcessIdentity> {
  const { optimizationJournal } = executionsOf(deps);
  const { id, status, owner: holder, updatedAt } = await optimizationAsItIs(deps, optimization);
  if (status === 'completed') {
    throw new OptimizationStateError(`Optimisation ${id} is completed: there is nothing to go on with.`, {
      next: `prompt-runner optimize show ${id}`,
    });
  }
  const now = deps.clock.now();
  const isSilent = now.getTime() - updatedAt.getTime() > SILENT_MS;
  const owner = thisProcess();
  const isFree = holder === null || isProcessGone(holder, isSilent);
  if (isFree && (await optimizationJournal.take(id, owner, holder, now))) return owner;
  throw new OptimizationBusyError(id, (await optimizationAsItIs(deps, optimization)).owner);
}
