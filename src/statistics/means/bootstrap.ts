import { normalCdf, normalQuantile } from '../distributions/normal.js';
import { studentTQuantile, studentTTwoSided } from '../distributions/student-t.js';
import { type Confidence, type Effect, unknownEffect } from '../effect.js';
import { RandomSource } from '../random/random-source.js';
import { requireBetween0And1, requireCount } from '../require-figure.js';

/** The independent units of a group: a column for each figure that a unit has, all of the same length. */
export type Columns = readonly Float64Array[];

/** The mean of each column of each group. */
export type ColumnMeans = readonly Float64Array[];

export interface Bootstrap extends Confidence {
  /** The same seed gives the same interval. */
  readonly seed: string;
  /** How often the units are drawn anew; 5,000 if not said. */
  readonly resamples?: number;
}

const RESAMPLES = 5000;
const FEWEST_RESAMPLES = 100;

/**
 * What a statistic of means is, with the bootstrap's interval: accelerated and corrected for bias (BCa), so that it
 * leans as the data do; and expanded, because resamples of few units vary too little. Units are drawn, each with
 * all of its figures.
 *
 * Sources: B. Efron, Better Bootstrap Confidence Intervals, JASA 82 (1987); the acceleration by the jackknife as in
 * B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993), (14.15), over all groups; the expansion, by
 * √(n/(n − 1)) and Student's t in place of the normal quantile, after T. C. Hesterberg, What Teachers Should Know
 * About the Bootstrap, The American Statistician 69 (2015), section 4.5, with n − 1 the units less the groups. The
 * p-value is 1 minus the confidence with which the interval would begin at 0.
 *
 * Nothing is known where nothing varies, or where the statistic is not a number for units that may well be drawn: a
 * quotient of 0 and 0. Where it is infinite, the interval may be without an end.
 *
 * @param groups of at least two units each
 * @param statistic of the means, such as their difference
 * @throws {StatisticsInputError} for a group of fewer than two, or figures of the bootstrap that cannot be
 * @example
 * const group = (...values: number[]) => [Float64Array.from(values)];
 * bootstrapEffect([group(1, 2, 4), group(3, 5, 9)], ([c, t]) => (t?.[0] ?? 0) - (c?.[0] ?? 0), {
 *   confidence: 0.95,
 *   seed: 'an experiment',
 * }).estimate // 3.33
 */
export function bootstrapEffect(
  groups: readonly Columns[],
  statistic: (means: ColumnMeans) => number,
  { confidence, seed, resamples = RESAMPLES }: Bootstrap,
): Effect {
  requireBetween0And1('the confidence', confidence);
  requireCount('the number of resamples', resamples, FEWEST_RESAMPLES);
  for (const group of groups) requireCount('the number of units in a group', unitsIn(group), 2);
  const estimate = statistic(groups.map(meansOf));
  const drawn = drawnStatistics(groups, statistic, resamples, new RandomSource(seed)).sort();
  const acceleration = accelerationOf(groups, statistic);
  const isKnown = Number.isFinite(estimate) && !Number.isNaN(acceleration) && !drawn.some(Number.isNaN);
  if (!isKnown || drawn[0] === drawn.at(-1)) return unknownEffect(estimate);
  const bias = normalQuantile(partBelow(drawn, estimate));
  const units = groups.reduce((sum, group) => sum + unitsIn(group), 0);
  const df = units - groups.length;
  const expansion = Math.sqrt(units / df);
  const limit = (p: number) => {
    const z = bias + expansion * studentTQuantile(p, df);
    return quantileOf(drawn, normalCdf(bias + accelerated(z, acceleration)));
  };
  const z = normalQuantile(partBelow(drawn, 0)) - bias;
  const t = (z / (1 + acceleration * z) - bias) / expansion;
  return {
    estimate,
    interval: { from: limit((1 - confidence) / 2), to: limit((1 + confidence) / 2) },
    pValue: studentTTwoSided(t, df),
  };
}

/** Where the acceleration reaches its pole, as it may with very few units, nothing is beyond. */
function accelerated(z: number, acceleration: number): number {
  const slowing = 1 - acceleration * z;
  return slowing > 0 ? z / slowing : z * Number.POSITIVE_INFINITY;
}

function drawnStatistics(
  groups: readonly Columns[],
  statistic: (means: ColumnMeans) => number,
  resamples: number,
  random: RandomSource,
): Float64Array {
  const parts = groups.map((columns) => ({
    columns,
    places: new Uint32Array(unitsIn(columns)),
    means: new Float64Array(columns.length),
  }));
  const means = parts.map((part) => part.means);
  const drawn = new Float64Array(resamples);
  for (let at = 0; at < resamples; at++) {
    for (const part of parts) drawMeans(part.columns, random, part.places, part.means);
    drawn[at] = statistic(means);
  }
  return drawn;
}

/** Puts into `into` the means of as many units, drawn with replacement: the same ones for each column. */
function drawMeans(columns: Columns, random: RandomSource, places: Uint32Array, into: Float64Array): void {
  for (let draw = 0; draw < places.length; draw++) places[draw] = random.below(places.length);
  for (const [at, column] of columns.entries()) {
    let sum = 0;
    for (let draw = 0; draw < places.length; draw++) sum += column[places[draw] ?? 0] ?? 0;
    into[at] = sum / places.length;
  }
}

/** (1/6) Σ l³ / (Σ l²)^1.5, where l is what each unit adds, by leaving it out. */
function accelerationOf(groups: readonly Columns[], statistic: (means: ColumnMeans) => number): number {
  const means = groups.map(meansOf);
  let [squares, cubes] = [0, 0];
  for (const [group, columns] of groups.entries()) {
    const count = unitsIn(columns);
    const whole = means[group] ?? new Float64Array();
    const without = statisticsWithout(columns, whole, (changed) => statistic(means.with(group, changed)));
    const centre = meanOf(without);
    for (const value of without) {
      const influence = ((count - 1) * (centre - value)) / count;
      squares += influence * influence;
      cubes += influence * influence * influence;
    }
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** The statistic without each unit of a group. */
function statisticsWithout(
  columns: Columns,
  means: Float64Array,
  statistic: (changed: Float64Array) => number,
): Float64Array {
  const count = unitsIn(columns);
  const changed = new Float64Array(means.length);
  return Float64Array.from({ length: count }, (_, unit) => {
    for (const [at, column] of columns.entries())
      changed[at] = (count * (means[at] ?? 0) - (column[unit] ?? 0)) / (count - 1);
    return statistic(changed);
  });
}

function unitsIn(columns: Columns): number {
  return columns[0]?.length ?? 0;
}

function meansOf(columns: Columns): Float64Array {
  return Float64Array.from(columns, meanOf);
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** The part of sorted values below a value, with half of those equal to it; never quite 0 or 1. */
function partBelow(sorted: Float64Array, value: number): number {
  const part = (firstFrom(sorted, value) + firstAbove(sorted, value)) / 2;
  const smallest = 1 / (sorted.length + 1);
  return Math.max(smallest, Math.min(1 - smallest, part / sorted.length));
}

function firstFrom(sorted: Float64Array, value: number): number {
  return firstWhere(sorted, (each) => each >= value);
}

function firstAbove(sorted: Float64Array, value: number): number {
  return firstWhere(sorted, (each) => each > value);
}

function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(sorted[middle] ?? Number.NaN)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The value below which the part p is, between the two nearest. */
function quantileOf(sorted: Float64Array, p: number): number {
  const place = Math.max(0, Math.min(sorted.length - 1, p * (sorted.length + 1) - 1));
  const below = Math.floor(place);
  const [value, next] = [sorted[below] ?? Number.NaN, sorted[below + 1] ?? Number.NaN];
  return place === below || value === next ? value : value + (place - below) * (next - value);
}
