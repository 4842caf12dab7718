import type { Batch } from '../../engine/batch/batch.js';
import type { Experiment } from '../../engine/experiment/experiment.js';
import { batchViews } from '../batch/views/batch-view.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { experimentAsItIs } from './find-experiment.js';
import { nextOfExperiment } from './next-of-experiment.js';
import { onlineStanding } from './online/online-standing.js';
import type { ExperimentStandingOutput } from './outputs.js';
import { experimentView } from './views/experiment-view.js';

/** The batches of an experiment as they stand now, in the order of its variants; none before it was run. */
export async function batchesOf(deps: Deps, { variants }: Experiment): Promise<Batch[]> {
  const { batchJournal } = executionsOf(deps);
  const begun = variants.flatMap(({ batch }) => (batch === null ? [] : [batch]));
  const found = await Promise.all(begun.map((id) => batchJournal.batch(id)));
  return found.filter((batch) => batch !== null);
}

/** How an experiment and its batches stand now. */
export async function standingOf(
  deps: Deps,
  experiment: Pick<Experiment, 'id'>,
): Promise<ExperimentStandingOutput> {
  const now = await experimentAsItIs(deps, experiment);
  return {
    experiment: await experimentView(deps, now),
    batches: await batchViews(deps, await batchesOf(deps, now)),
    online: now.unit === 'row' ? null : await onlineStanding(deps, now),
    next: nextOfExperiment(now),
  };
}
