import { sleep } from '../../base/sleep.js';
import type { ExecutionPorts } from '../../engine/execution/execution-ports.js';
import { withAnswerTiers } from '../../engine/execution/with-answer-tiers.js';
import type { Deps } from '../deps.js';
import { executionsOf } from './execution-records.js';

/**
 * What executions need, taken from what operations have.
 * @throws NotAllowedError in a workspace without the database
 */
export function executionPorts(deps: Deps): ExecutionPorts {
  const { models, limiter, priceOf } = deps.models;
  const { memory, redis } = deps.answers;
  return {
    models,
    limiter,
    priceOf,
    journal: withAnswerTiers(
      executionsOf(deps).executionJournal,
      redis === null ? [memory] : [memory, redis],
    ),
    clock: deps.clock,
    actor: deps.config.values.actor,
    sleep,
    random: Math.random,
  };
}
