import { sleep } from '../../base/sleep.js';
import type { ExecutionJournal } from '../../engine/execution/execution-journal.js';
import type { ExecutionPorts } from '../../engine/execution/execution-ports.js';
import { withMemoryCache } from '../../engine/execution/memory-cache.js';
import type { Deps } from '../deps.js';
import { executionsOf } from './execution-records.js';

/**
 * What executions need, taken from what operations have.
 * @throws NotAllowedError in a workspace without the database
 */
export function executionPorts(deps: Deps): ExecutionPorts {
  const { models, limiter, priceOf } = deps.models;
  return {
    models,
    limiter,
    priceOf,
    journal: rememberingJournal(executionsOf(deps).executionJournal),
    clock: deps.clock,
    actor: deps.config.values.actor,
    sleep,
    random: Math.random,
  };
}

/** One memory for each store, for as long as it is open. */
const remembering = new WeakMap<ExecutionJournal, ExecutionJournal>();

function rememberingJournal(journal: ExecutionJournal): ExecutionJournal {
  const known = remembering.get(journal);
  if (known !== undefined) return known;
  const made = withMemoryCache(journal);
  remembering.set(journal, made);
  return made;
}
