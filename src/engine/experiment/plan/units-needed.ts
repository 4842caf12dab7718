import { powerOfMeans, powerOfPairs } from '../../../statistics/power/means-power.js';
import { powerOfPairedProportions, powerOfProportions } from '../../../statistics/power/proportions-power.js';
import { unitsFor } from '../../../statistics/power/sample-size.js';
import type { ExperimentMetric } from '../experiment.js';
import type { Baseline } from './baseline.js';

/** What a plan rests on. */
export interface PlanTerms {
  readonly metric: Pick<ExperimentMetric, 'kind' | 'better'>;
  readonly baseline: Baseline;
  /** Of a single comparison. */
  readonly confidence: number;
  readonly power: number;
  /** How many times as many units it takes to look more than once. */
  readonly looksCost: number;
}

/** Rows are put to all variants, and each is compared with itself. */
export interface RowTerms {
  /** Of a row's figures under two variants. */
  readonly correlation: number;
  /** How often each row is asked. */
  readonly repeats: number;
}

/** Half of what differs between two answers to a row, beyond the variants themselves, goes away by asking again. */
const GOES_AWAY = 0.5;

/**
 * How many rows find a difference.
 *
 * Repeats lessen only what differs from answer to answer, not what differs from row to row: here half of it is taken for
 * the one and half for the other.
 *
 * @returns null where no number is enough
 */
export function rowsNeeded(
  difference: number,
  terms: PlanTerms,
  { correlation, repeats }: RowTerms,
): number | null {
  const { metric, baseline, confidence, power, looksCost } = terms;
  const kept = 1 - GOES_AWAY + GOES_AWAY / repeats;
  const plan = { difference, standardDeviation: baseline.deviation * Math.sqrt(kept), confidence };
  const treatment = treatmentOf(difference, terms);
  const isPlain = metric.kind === 'proportion' && repeats === 1;
  if (metric.kind === 'proportion' && treatment === null) return null;
  const rows = unitsFor(power, (count) =>
    isPlain && treatment !== null
      ? powerOfPairedProportions({ control: baseline.mean, treatment, confidence }, correlation, count)
      : powerOfPairs(plan, correlation, count),
  );
  return rows && Math.ceil(rows * looksCost);
}

/**
 * How many sessions or users find a difference, all variants together.
 *
 * @param parts of the control and of a variant, of 1: the smallest one of the variants
 * @returns null where no number is enough
 */
export function unitsNeeded(
  difference: number,
  terms: PlanTerms,
  parts: { readonly control: number; readonly variant: number },
): number | null {
  const { metric, baseline, confidence, power, looksCost } = terms;
  const treatment = treatmentOf(difference, terms);
  if (metric.kind === 'proportion' && treatment === null) return null;
  const perGroup = unitsFor(power, (count) =>
    treatment === null
      ? powerOfMeans({ difference, standardDeviation: baseline.deviation, confidence }, count)
      : powerOfProportions({ control: baseline.mean, treatment, confidence }, count),
  );
  // As sure as two groups of that size are: the variance of a difference goes by 1/n + 1/m.
  const { control, variant } = parts;
  return perGroup && Math.ceil((perGroup * looksCost * (control + variant)) / (2 * control * variant));
}

/** The proportion that would be found, the other way round where there is no room; null when there is none either way. */
function treatmentOf(difference: number, { metric, baseline }: PlanTerms): number | null {
  if (metric.kind !== 'proportion') return null;
  const [first, second] = metric.better === 'higher' ? [1, -1] : [-1, 1];
  const found = [first, second].map((sign) => baseline.mean + sign * difference);
  return found.find((proportion) => proportion > 0 && proportion < 1) ?? null;
}
