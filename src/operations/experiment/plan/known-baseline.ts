import type { Experiment, ExperimentMetric } from '../../../engine/experiment/experiment.js';
import { isOutcomeMetric } from '../../../engine/experiment/online/session-metric.js';
import { type OutcomeValue, sessionOutcome } from '../../../engine/experiment/online/session-outcome.js';
import { type Baseline, baselineOf } from '../../../engine/experiment/plan/baseline.js';
import { accessOf } from '../../access/access.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { onlineSettings } from '../online/online-settings.js';

const DAY_MS = 86_400_000;
const LOOKED_BACK_DAYS = 180;
const MOST_SESSIONS = 2000;
const MOST_FIGURES = 10_000;

/**
 * What a metric was so far: of sessions that began in the last half year, or in what the experiment has measured of its
 * control; null when too little is known.
 */
export async function knownBaseline(
  deps: Deps,
  experiment: Experiment,
  metric: ExperimentMetric,
): Promise<Baseline | null> {
  const figures =
    experiment.unit !== 'row' && isOutcomeMetric(metric.name)
      ? await recentFigures(deps, experiment, metric.name)
      : await measuredFigures(deps, experiment, metric);
  return baselineOf(metric.kind, figures);
}

async function recentFigures(deps: Deps, experiment: Experiment, metric: string): Promise<OutcomeValue[]> {
  const { sessionFacts } = executionsOf(deps);
  const now = deps.clock.now();
  const hidden = await accessOf(deps).hidden();
  const among = {
    project: experiment.project,
    hidden,
    since: new Date(now.getTime() - LOOKED_BACK_DAYS * DAY_MS),
  };
  const begun = await sessionFacts.begun(among, MOST_SESSIONS);
  const facts = await sessionFacts.of(begun.map(({ id }) => id));
  const { windowDays } = onlineSettings(experiment);
  const outcomes = facts.map((one): ReadonlyMap<string, OutcomeValue> | null =>
    sessionOutcome(one, { now, windowDays }),
  );
  return outcomes.flatMap((outcome) => outcome?.get(metric) ?? []);
}

function measuredFigures(
  deps: Deps,
  experiment: Experiment,
  metric: ExperimentMetric,
): Promise<OutcomeValue[]> {
  const variant = experiment.variants.findIndex(({ isControl }) => isControl) + 1;
  const measured = { metric: experiment.metrics.indexOf(metric) + 1, variant };
  return executionsOf(deps).experiments.measured(experiment.id, measured, MOST_FIGURES);
}
