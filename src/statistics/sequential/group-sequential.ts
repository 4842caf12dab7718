import { normalQuantile, normalTwoSided } from '../distributions/normal.js';
import type { Confidence } from '../effect.js';
import { StatisticsInputError } from '../errors.js';
import { requireBetween0And1 } from '../require-figure.js';
import { rootBetween } from '../special/root-between.js';
import { beforeAllLooks, type ContinuingDensity, chanceAbove, continueWithin } from './continuing-density.js';
import { type Spending, spentBy } from './spending.js';

export interface LooksPlan extends Confidence {
  /** The parts of the planned data at which it is looked, rising to 1. */
  readonly fractions: readonly number[];
  readonly spending: Spending;
}

/** What is done at a look. */
export interface Look {
  readonly fraction: number;
  /** The trial ends when the estimate is farther from 0 than this many of its standard errors. */
  readonly boundary: number;
  /** The two-sided p-value that the boundary stands for. */
  readonly pValue: number;
  /** The two-sided chance of a wrong finding up to here. */
  readonly spent: number;
}

const SPENT_NOWHERE = 1e-15;

/**
 * The boundaries of a trial that is looked at a few times, at planned parts of its data: two-sided and symmetric,
 * with the chance of a wrong finding at most 1 minus the confidence over all looks.
 *
 * Sources: Lan and DeMets (1983) for the spending; Armitage, McPherson and Rowe (1969) for the chances; C. Jennison
 * and B. W. Turnbull, Group Sequential Methods (2000), chapter 19.
 *
 * @throws {StatisticsInputError} for fractions that do not rise to 1, or a confidence that is not between 0 and 1
 * @example
 * groupSequentialLooks({ fractions: [0.2, 0.4, 0.6, 0.8, 1], spending: 'obrien-fleming', confidence: 0.95 })
 * // boundaries 4.877, 3.357, 2.680, 2.290, 2.031
 */
export function groupSequentialLooks({ fractions, spending, confidence }: LooksPlan): readonly Look[] {
  requireBetween0And1('the confidence', confidence);
  requireRising(fractions);
  const alpha = (1 - confidence) / 2;
  let [density, before] = [beforeAllLooks, 0];
  return fractions.map((fraction, at) => {
    const spent = spentBy(spending, fraction, alpha);
    const boundary = boundaryFor(density, fraction, spent - before);
    before = spent;
    const next = fractions[at + 1];
    if (next !== undefined) density = continueWithin(density, { fraction, next, boundary, drift: 0 });
    return { fraction, boundary, pValue: normalTwoSided(boundary), spent: 2 * spent };
  });
}

/**
 * The chance that a trial ends with a finding at one of its looks.
 *
 * @param drift what the estimate is expected to be at the end, in its standard errors at the end; 0 without an effect
 * @example groupSequentialPower([{ fraction: 1, boundary: 1.96, pValue: 0.05, spent: 0.05 }], 2.8) // 0.7996
 */
export function groupSequentialPower(looks: readonly Look[], drift: number): number {
  let [density, chance] = [beforeAllLooks, 0];
  for (const [at, { fraction, boundary }] of looks.entries()) {
    chance += chanceAbove(density, fraction, boundary, drift);
    chance += chanceAbove(mirrored(density), fraction, boundary, -drift);
    const next = looks[at + 1]?.fraction;
    if (next !== undefined) density = continueWithin(density, { fraction, next, boundary, drift });
  }
  return chance;
}

/**
 * How many times as many units a trial with looks needs at most, compared with one that is looked at once, for the same
 * power.
 *
 * @throws {StatisticsInputError} for a power that is not between 0 and 1
 * @example
 * const looks = groupSequentialLooks({ fractions: [0.5, 1], spending: 'obrien-fleming', confidence: 0.95 });
 * groupSequentialInflation(looks, { confidence: 0.95, power: 0.8 }) // 1.0037
 */
export function groupSequentialInflation(
  looks: readonly Look[],
  { confidence, power }: Confidence & { readonly power: number },
): number {
  requireBetween0And1('the power', power);
  const once = normalQuantile((1 + confidence) / 2) + normalQuantile(power);
  const drift = rootBetween((at) => groupSequentialPower(looks, at) - power, once, 2 * once + 2, 1e-10);
  return Math.max(1, (drift / once) ** 2);
}

/** The boundary above which there is `chance`; one of next to nothing is given up. */
function boundaryFor(density: ContinuingDensity, fraction: number, chance: number): number {
  if (chance <= SPENT_NOWHERE) return Number.POSITIVE_INFINITY;
  const highest = 1 - normalQuantile(chance / 2);
  return rootBetween(
    (boundary) => Math.log(chanceAbove(density, fraction, boundary, 0) / chance),
    -1,
    highest,
    1e-12,
  );
}

function mirrored({ fraction, nodes }: ContinuingDensity): ContinuingDensity {
  return { fraction, nodes: nodes.map(({ at, mass }) => ({ at: -at, mass })) };
}

function requireRising(fractions: readonly number[]): void {
  for (const [at, fraction] of fractions.entries())
    if (!(fraction > (fractions[at - 1] ?? 0)))
      throw new StatisticsInputError('the parts of the data at looks have to rise from 0', fraction);
  if (fractions.at(-1) !== 1)
    throw new StatisticsInputError('the last look has to be at all data, 1', fractions.at(-1) ?? Number.NaN);
}
