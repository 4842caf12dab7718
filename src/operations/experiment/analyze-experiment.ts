import * as z from 'zod/mini';
import { type AnalysisPlan, isSamePlan } from '../../engine/experiment/analysis/analysis-plan.js';
import {
  type AnalysisExtra,
  analyzeObservations,
  type MetricAnalysis,
} from '../../engine/experiment/analysis/analyze-observations.js';
import { type LookReached, lookReached } from '../../engine/experiment/analysis/look-reached.js';
import type { Experiment } from '../../engine/experiment/experiment.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { analysisNotes } from './analysis-notes.js';
import type { ExperimentAnalysisOutput } from './analysis-outputs.js';
import { experimentCommand } from './experiment-command.js';
import { experimentReference } from './experiment-reference.js';
import { settingsOfExperiment } from './experiment-settings.js';
import { batchesOf, standingOf } from './experiment-standing.js';
import { findExperiment } from './find-experiment.js';
import { givenPlan, planGiven } from './given-plan.js';
import { judgeFigures } from './judge/judge-figures.js';
import { observeSessions } from './online/observe-sessions.js';
import { refusePlannedLooks } from './refuse-planned-looks.js';
import { metricAnalysisView, planView } from './views/analysis-view.js';

const input = z.object({
  ...experimentReference,
  /** Otherwise than was said when the experiment was made. */
  plan: z._default(z.object(givenPlan), {}),
  /** Show effects as parts of what the control has, too. */
  relative: z._default(z.boolean(), false),
  /** Show chances to win and expected losses, too. */
  bayes: z._default(z.boolean(), false),
});

/**
 * What an experiment found out: for each metric how the variants compare with the control, and a sentence that says
 * what follows. Rows that both were tried with are compared with themselves. It is judged as was said when it was made.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws ExperimentDefinitionError for a plan that cannot be
 */
export const analyzeExperiment = guarded(
  needs.analyzeExperiment,
  input,
  async (deps: Deps, given): Promise<ExperimentAnalysisOutput> => {
    const found = await findExperiment(deps, given.experiment);
    if (found.unit !== 'row') await observeSessions(deps, found);
    const settled = settingsOfExperiment(found).plan;
    const plan = planGiven(given.plan, settled);
    refusePlannedLooks(found, plan);
    const look = await lookAt(deps, found, plan);
    const metrics = await analyses(deps, found, { plan, look, extras: extrasOf(given) });
    const { experiment, batches, next } = await standingOf(deps, found);
    const deciding = metrics.find(({ metric }) => metric.primary);
    return {
      experiment,
      plan: planView(plan),
      asPlanned: isSamePlan(plan, settled),
      look: look.kind === 'planned' ? { number: look.look, rows: look.rows } : null,
      notes: analysisNotes({ settled, plan, look }),
      answer: deciding?.comparisons.map(({ says }) => says) ?? [],
      metrics,
      costs: experiment.variants.map(({ name, batch: id }) => {
        const batch = batches.find((one) => one.id === id);
        return { variant: name, perRow: batch && batch.done > 0 ? batch.cost / batch.done : null };
      }),
      judges: await judgeFigures(deps, found),
      next: nextOf(found, deciding, next),
    };
  },
);

function extrasOf({ relative, bayes }: Pick<z.output<typeof input>, 'relative' | 'bayes'>): AnalysisExtra[] {
  return [...(relative ? (['relative'] as const) : []), ...(bayes ? (['posterior'] as const) : [])];
}

/** The rows of planned looks are those that the batches of the variants have. */
async function lookAt(deps: Deps, experiment: Experiment, { looks }: AnalysisPlan): Promise<LookReached> {
  if (looks.kind !== 'planned') return looks;
  const metric = 1 + experiment.metrics.findIndex(({ isPrimary }) => isPrimary);
  const measured = await executionsOf(deps).experiments.unitsMeasured(experiment.id, metric);
  const inAll = Math.min(...experiment.variants.map((_, at) => measured.get(at + 1) ?? 0));
  const [batch] = await batchesOf(deps, experiment);
  return lookReached(looks, inAll, batch?.rows ?? 0);
}

interface Judged {
  readonly plan: AnalysisPlan;
  readonly look: LookReached;
  readonly extras: readonly AnalysisExtra[];
}

async function analyses(
  deps: Deps,
  experiment: Experiment,
  { plan: { family }, look, extras }: Judged,
): Promise<ExperimentAnalysisOutput['metrics']> {
  const { experiments } = executionsOf(deps);
  const rows = look.kind === 'planned' ? look.rows : null;
  const observed = await Promise.all(
    experiment.metrics.map(({ kind }, at) =>
      experiments.observations(experiment.id, { metric: at + 1, kind, rows }),
    ),
  );
  const found: readonly MetricAnalysis[] = analyzeObservations(experiment, observed, {
    look,
    family,
    extras,
  });
  return found.map((analysis) => metricAnalysisView(experiment, analysis));
}

/** What it has found decides, once all is known. */
function nextOf(
  experiment: Experiment,
  deciding: ExperimentAnalysisOutput['metrics'][number] | undefined,
  otherwise: string,
): string {
  if (experiment.status !== 'stopped') return otherwise;
  const isWon = deciding?.comparisons.some(({ verdict }) => verdict.is === 'better') === true;
  return experimentCommand(isWon ? 'promote' : 'archive', experiment);
}
