import {
  analyzeObservations,
  type MetricAnalysis,
} from '../../../src/engine/experiment/analysis/analyze-observations.js';
import type { LookReached } from '../../../src/engine/experiment/analysis/look-reached.js';
import type { ObservedColumns } from '../../../src/engine/experiment/observation.js';
import type { RandomSource } from '../../../src/statistics/random/random-source.js';
import { aMetric, aVariant } from '../../fixtures/experiments.js';
import type { Simulation } from './simulation.js';

const variants = [
  aVariant({ name: 'a' }),
  aVariant({ name: 'b', isControl: false }),
  aVariant({ name: 'c', isControl: false }),
  aVariant({ name: 'd', isControl: false }),
];
const metrics = [
  aMetric({ name: 'success' }),
  aMetric({ name: 'score:tone', kind: 'mean', isPrimary: false }),
  aMetric({ name: 'latency', kind: 'mean', better: 'lower', isPrimary: false }),
];

/** What a variant really is, beside the control. */
interface Truth {
  /** The numbers of the variants, from 1, that are better by every metric. */
  readonly better: readonly number[];
  /** Whether all variants were tried with the same rows. */
  readonly isPaired: boolean;
}

/** Analyses as `experiment analyze` makes them: three metrics of four variants, any of which may be claimed too much. */
export function wholeAnalyses(): readonly Simulation[] {
  return [
    { what: '120 rows, no variant with an effect', better: [], isPaired: true },
    { what: '120 rows, one of three variants with an effect', better: [2], isPaired: true },
    { what: '120 rows a variant, no variant with an effect', better: [], isPaired: false },
    { what: '120 rows a variant, one of three with an effect', better: [2], isPaired: false },
  ]
    .map(({ what, ...truth }): Simulation => {
      const judged = judgedAt([{ kind: 'once' }]);
      return { what: named(what), ...limits, happens: (random) => isMisled(truth, judged, random) };
    })
    .concat(
      peeking('looked at 5 planned times', [1, 2, 3, 4, 5].map(plannedLook)),
      peeking('looked at 12 times, as one likes', Array(12).fill({ kind: 'sequential' })),
    );
}

const limits = { least: 0, most: 5 };

function named(what: string): string {
  return `any wrong claim: 3 metrics, 4 variants, ${what}, as analysed`;
}

function peeking(what: string, looks: readonly LookReached[]): Simulation {
  const truth = { better: [], isPaired: true };
  return { what: named(what), ...limits, happens: (random) => isMisled(truth, judgedAt(looks), random) };
}

function plannedLook(look: number): LookReached {
  return { kind: 'planned', times: 5, look, rows: (look * ROWS) / 5 };
}

/** A look, and the part of the rows that are there then. */
interface JudgedAt {
  readonly look: LookReached;
  readonly part: number;
}

/** Looks at equal parts of the rows. */
function judgedAt(looks: readonly LookReached[]): readonly JudgedAt[] {
  return looks.map((look, at) => ({ look, part: (at + 1) / looks.length }));
}

function isMisled(truth: Truth, judged: readonly JudgedAt[], random: RandomSource): boolean {
  const observed = drawn(truth, random);
  const seed = 'drill';
  return judged.some(({ look, part }) =>
    analyzeObservations(
      { variants, metrics, seed },
      observed.map((columns) => firstOf(columns, part)),
      { look, family: 'holm', extras: [] },
    ).some((metric) => claims(metric, truth)),
  );
}

function firstOf({ units, variants: given, values }: ObservedColumns, part: number): ObservedColumns {
  const end = Math.round(part * ROWS) * variants.length;
  return {
    units: units.subarray(0, end),
    variants: given.subarray(0, end),
    values: values.subarray(0, end),
    divisors: null,
  };
}

function claims({ comparisons }: MetricAnalysis, { better }: Truth): boolean {
  return comparisons.some(
    ({ variant, verdict }) =>
      (verdict.is === 'better' && !better.includes(variant)) || verdict.is === 'worse',
  );
}

/** More than the exact comparison of every table takes for groups, which would take hours. */
const ROWS = 120;
const LIFT = 0.7;

/** Figures of a row have the row in common, and those of an answer the answer. */
function drawn(truth: Truth, random: RandomSource): readonly ObservedColumns[] {
  const observed = metrics.map(() => emptyColumns());
  const ease = Float64Array.from({ length: ROWS * variants.length }, () => random.normal());
  for (let at = 0; at < ROWS * variants.length; at++) {
    const [row, variant] = [Math.floor(at / variants.length), 1 + (at % variants.length)];
    const unit = truth.isPaired ? row : at;
    const answer = (ease[unit] ?? 0) + 0.7 * random.normal() + (truth.better.includes(variant) ? LIFT : 0);
    const figures = [answer > 0 ? 1 : 0, answer + 0.5 * random.normal(), Math.exp(-answer) * 300];
    for (const [metric, columns] of observed.entries()) {
      columns.units[at] = unit;
      columns.variants[at] = variant;
      columns.values[at] = figures[metric] ?? 0;
    }
  }
  return observed;
}

function emptyColumns(): ObservedColumns {
  const length = ROWS * variants.length;
  return {
    units: new Int32Array(length),
    variants: new Float64Array(length),
    values: new Float64Array(length),
    divisors: null,
  };
}
