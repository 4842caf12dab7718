import { inParallel } from '../../../base/in-parallel.js';
import type { Batch } from '../../../engine/batch/batch.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import { measureAnswer, type TryCommand } from '../../../engine/experiment/measure-answer.js';
import type { Observation } from '../../../engine/experiment/observation.js';
import type { ItemResult } from '../../../store/batch-store.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { expectedText } from '../expected-text.js';
import { settingsOfExperiment } from '../experiment-settings.js';

/** So many rows are read and written at a time. */
const CHUNK = 200;
/** So many answers are judged beside each other: programs that do so take processors. */
const AT_ONCE = 4;

/**
 * Writes what is measured of all rows that were asked so far. Doing so again brings it up to date: a row that was tried
 * anew counts as it stands now.
 *
 * @throws what the program of a check throws that cannot be started
 */
export async function observeBatches(
  deps: Deps,
  experiment: Experiment,
  batches: readonly Pick<Batch, 'id'>[],
  tryCommand: TryCommand,
): Promise<void> {
  const { batches: store, experiments } = executionsOf(deps);
  for (const [at, { id }] of batches.entries()) {
    for (let last = 0; ; ) {
      const items = await store.results(id, { limit: CHUNK, after: [last] });
      if (items.length === 0) break;
      const observed = await inParallel(items, AT_ONCE, (item) =>
        observationsOf(experiment, at + 1, item, tryCommand),
      );
      await experiments.observe(experiment.id, observed.flat(), deps.clock.now());
      last = items.at(-1)?.position ?? last;
    }
  }
}

async function observationsOf(
  experiment: Experiment,
  variant: number,
  { row, repetition, status, execution, answer, cost, latencyMs, input }: ItemResult,
  tryCommand: TryCommand,
): Promise<Observation[]> {
  // What was never asked says nothing of who would have been.
  const isAsked = (status === 'done' && answer !== null) || (status === 'failed' && execution !== null);
  if (!isAsked) return [];
  const { checks, expect } = settingsOfExperiment(experiment);
  const expected = expect === null ? null : expectedText(input[expect]);
  const asked = { answer, expected, cost: inDollars(cost), latency: latencyMs };
  const measured = await measureAnswer(asked, checks, tryCommand);
  const place = { unit: String(row), variant, repetition, execution };
  return experiment.metrics.flatMap(({ name }, at) => {
    const value = measured.get(name);
    return value === undefined ? [] : [{ metric: at + 1, ...place, value }];
  });
}
