import * as z from 'zod/mini';
import { ExperimentDefinitionError } from '../../../engine/experiment/errors.js';
import type { Experiment, ExperimentMetric } from '../../../engine/experiment/experiment.js';
import type { Baseline } from '../../../engine/experiment/plan/baseline.js';
import { type PlanTerms, rowsNeeded, unitsNeeded } from '../../../engine/experiment/plan/units-needed.js';
import { costOfLooks } from '../../../statistics/power/looks-cost.js';
import { daysFor } from '../../../statistics/power/sample-size.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { experimentReference } from '../experiment-reference.js';
import { findExperiment } from '../find-experiment.js';
import { nextOfExperiment } from '../next-of-experiment.js';
import { onlineSettings } from '../online/online-settings.js';
import type { ExperimentPlanOutput, PlanSizeView } from '../outputs.js';
import { experimentView } from '../views/experiment-view.js';
import { knownBaseline } from './known-baseline.js';
import { type Pace, paceOf } from './pace.js';
import { planSentences } from './plan-sentences.js';

/** The chance of even one wrong claim, over all comparisons of an experiment. */
const ALPHA = 0.05;
const MOST_LOOKS = 50;

const share = z.number().check(z.minimum(0), z.maximum(1));

const input = z.object({
  ...experimentReference,
  /** The smallest difference that matters by the metric that decides; what the experiment says unless given. */
  matters: z.optional(z.number().check(z.positive())),
  /** What the metric is so far; what is known of it unless given. */
  baseline: z.optional(z.number()),
  /** How much a figure is away from their mean, as a standard deviation; what is known of it unless given. */
  deviation: z.optional(z.number().check(z.positive())),
  /** The chance to find the difference if it is there. */
  power: z._default(z.number().check(z.minimum(0.5), z.maximum(0.999)), 0.8),
  /** How often it is looked, at equal distances. */
  looks: z._default(z.int().check(z.minimum(1), z.maximum(MOST_LOOKS)), 1),
  /** Of rows: how much a row's figures under two variants have in common. */
  correlation: z._default(share.check(z.maximum(0.99)), 0.5),
  /** Of rows: how often each is asked. */
  repeat: z._default(z.int().check(z.minimum(1), z.maximum(1000)), 1),
});

type Given = z.output<typeof input>;

/**
 * How much data an experiment takes to find what matters by the metric that decides; for sessions and users also how long
 * that takes at the pace of the last weeks. Nothing is changed.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws ExperimentDefinitionError when too little is known of the metric, or there is no difference to find
 */
export const planExperiment = guarded(
  needs.planExperiment,
  input,
  async (deps: Deps, given): Promise<ExperimentPlanOutput> => {
    const experiment = await findExperiment(deps, given.experiment);
    const metric = decidingMetric(experiment);
    const matters = given.matters ?? (metric.matters > 0 ? metric.matters : null);
    if (matters === null) throw nothingMatters(metric);
    const known = await baselineFor(deps, experiment, metric, given);
    const terms = termsOf(experiment, metric, known.baseline, given);
    const pace = experiment.unit === 'row' ? null : await paceOf(deps, experiment);
    const sizes = [matters / 2, matters, matters * 2].map((difference) =>
      sizeOf(experiment, terms, given, { difference, pace }),
    );
    const plan = {
      experiment: await experimentView(deps, experiment),
      metric: metric.name,
      baseline: known.baseline.mean,
      deviation: known.baseline.deviation,
      baselineIs: known.is,
      ...{ matters, power: given.power, looks: given.looks },
      confidence: terms.confidence,
      correlation: experiment.unit === 'row' ? given.correlation : null,
      repeat: experiment.unit === 'row' ? given.repeat : null,
      pace: pace && { ...pace },
      windowDays: experiment.unit === 'row' ? null : onlineSettings(experiment).windowDays,
      sizes,
      next: nextOfExperiment(experiment),
    };
    return { ...plan, says: planSentences(metric, plan) };
  },
);

function decidingMetric({ metrics, name }: Experiment): ExperimentMetric {
  const metric = metrics.find(({ isPrimary }) => isPrimary);
  if (metric === undefined) throw new Error(`the experiment ${name} has no primary metric`);
  return metric;
}

function nothingMatters({ name }: ExperimentMetric): ExperimentDefinitionError {
  return new ExperimentDefinitionError(`Nothing says which difference of ${name} matters.`, {
    hint: 'Say it: --matters 0.1. The smaller it is, the more data it takes, by its square.',
  });
}

async function baselineFor(
  deps: Deps,
  experiment: Experiment,
  metric: ExperimentMetric,
  { baseline, deviation }: Given,
): Promise<{ readonly baseline: Baseline; readonly is: ExperimentPlanOutput['baselineIs'] }> {
  const isProportion = metric.kind === 'proportion';
  if (isProportion && baseline !== undefined) {
    if (baseline > 0 && baseline < 1)
      return { baseline: { mean: baseline, deviation: Math.sqrt(baseline * (1 - baseline)) }, is: 'given' };
    throw new ExperimentDefinitionError(
      `${metric.name} is a part of all, between 0 and 1, and cannot be ${baseline}.`,
    );
  }
  const known = await knownBaseline(deps, experiment, metric);
  if (!isProportion && deviation !== undefined)
    return { baseline: { mean: baseline ?? known?.mean ?? 0, deviation }, is: 'given' };
  if (known !== null) return { baseline: known, is: 'known' };
  // Of all proportions it varies most: it takes the most data.
  if (isProportion) return { baseline: { mean: 0.5, deviation: 0.5 }, is: 'assumed' };
  throw new ExperimentDefinitionError(`Too little is known of how much ${metric.name} varies.`, {
    hint: 'Say it, as a standard deviation: --deviation 2.5.',
  });
}

function termsOf(
  { variants, metrics }: Experiment,
  metric: ExperimentMetric,
  baseline: Baseline,
  { power, looks }: Given,
): PlanTerms {
  // Holm's procedure gives the first comparison this much, and the others more.
  const confidence = 1 - ALPHA / ((variants.length - 1) * metrics.length);
  return { metric, baseline, confidence, power, looksCost: costOfLooks({ looks, confidence, power }) };
}

function sizeOf(
  experiment: Experiment,
  terms: PlanTerms,
  { correlation, repeat }: Given,
  { difference, pace }: { readonly difference: number; readonly pace: Pace | null },
): PlanSizeView {
  if (pace === null)
    return { difference, units: rowsNeeded(difference, terms, { correlation, repeats: repeat }), days: null };
  const units = unitsNeeded(difference, terms, smallestParts(experiment));
  return { difference, units, days: units === null ? null : daysOf(experiment, units, pace) };
}

/** The comparison that takes longest. */
function smallestParts({ variants }: Experiment) {
  const all = variants.reduce((sum, { weight }) => sum + weight, 0);
  const parts = (isControl: boolean) =>
    variants.filter((variant) => variant.isControl === isControl).map(({ weight }) => weight / all);
  return { control: Math.min(...parts(true)), variant: Math.min(...parts(false)) };
}

/** Users do not come day by day: those who come at all have come within the time that was looked back. */
function daysOf(experiment: Experiment, units: number, { days, sessions, users }: Pace): number | null {
  const { holdOut, namespace } = onlineSettings(experiment);
  const part = (1 - (holdOut?.share ?? 0)) * (namespace === null ? 1 : namespace.to - namespace.from);
  if (experiment.unit === 'user') return units <= users * part ? days : null;
  return sessions === 0 ? null : daysFor(units, (sessions / days) * part);
}
