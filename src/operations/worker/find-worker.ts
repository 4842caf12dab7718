import type { Worker } from '../../engine/batch/batch.js';
import type { Deps } from '../deps.js';
import { AmbiguousReferenceError, NotFoundError } from '../errors.js';
import { executionsOf } from '../execution/execution-records.js';

/**
 * The worker that is meant: by its id, or the unique beginning of it.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export async function findWorker(deps: Deps, reference: string): Promise<Worker> {
  const [worker, other] = await executionsOf(deps).workers.withIdPrefix(reference.toLowerCase());
  if (worker === undefined) {
    throw new NotFoundError('WORKER_NOT_FOUND', `There is no worker "${reference}".`, {
      hint: 'See which there are.',
      next: 'prompt-runner worker list',
    });
  }
  if (other !== undefined && worker.id !== reference) {
    throw new AmbiguousReferenceError(`"${reference}" begins the id of several workers.`, {
      hint: 'Give more of the id.',
      next: 'prompt-runner worker list',
    });
  }
  return worker;
}
