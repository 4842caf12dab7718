import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import type { DurableEngine } from './durable-engine.js';
import { WorkersNeedServerError } from './errors.js';

/**
 * What hands out work to workers.
 *
 * @throws WorkersNeedServerError when the store is a file
 * @throws NotAllowedError in a workspace without the database
 */
export function engineOf(deps: Deps): DurableEngine {
  executionsOf(deps);
  if (deps.engine === undefined) throw new WorkersNeedServerError();
  return deps.engine;
}
