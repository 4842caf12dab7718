import type { Groups } from '../sample.js';
import { type PairedSample, RunningComoments } from './running-comoments.js';
import type { TotalColumns, UnitTotals } from './unit-totals.js';

/** A smaller part of a group would not stand for all of it. */
const LEAST_MATCHED = 0.9;
const FEWEST_PAIRS = 2;

/** The totals of units that are in both groups, in the same order. */
export type MatchedPairs = Groups<TotalColumns>;

/**
 * The units that are in both groups; null where fewer than nine of ten units of a group have a partner, so that the
 * groups have to be taken as independent ones.
 *
 * @example
 * const [control, treatment] = [new UnitTotals(), new UnitTotals()];
 * for (const [unit, before, after] of [['a', 1, 2], ['b', 3, 5]] as const) {
 *   control.add(unit, before);
 *   treatment.add(unit, after);
 * }
 * matchedPairs({ control, treatment })?.treatment.sums; // 2, 5
 */
export function matchedPairs({ control, treatment }: Groups<UnitTotals>): MatchedPairs | null {
  const most = Math.max(control.units, treatment.units);
  const fewest = Math.max(FEWEST_PAIRS, most * LEAST_MATCHED);
  const inControl: number[] = [];
  const inTreatment: number[] = [];
  let possible = control.units;
  for (let place = 0; place < control.units; place++) {
    const unit = control.unitAt(place);
    const partner = unit === undefined ? undefined : treatment.placeOf(unit);
    if (partner === undefined) possible--;
    else {
      inControl.push(place);
      inTreatment.push(partner);
    }
    if (possible < fewest) return null;
  }
  return { control: totalsAt(inControl, control), treatment: totalsAt(inTreatment, treatment) };
}

function totalsAt(places: readonly number[], totals: UnitTotals): TotalColumns {
  const { sums, counts } = totals.columns();
  return { sums: valuesAt(places, sums), counts: valuesAt(places, counts) };
}

function valuesAt(places: readonly number[], column: Float64Array): Float64Array {
  const chosen = new Float64Array(places.length);
  for (const [at, place] of places.entries()) chosen[at] = column[place] ?? Number.NaN;
  return chosen;
}

/** Means, variances and covariance of the pairs' own means: x in the control, y in the treatment. */
export function pairedSample({ control, treatment }: MatchedPairs): PairedSample {
  const [c, t] = [meansOf(control), meansOf(treatment)];
  const comoments = new RunningComoments();
  for (const [pair, value] of c.entries()) comoments.add(value, t[pair] ?? Number.NaN);
  return comoments.sample();
}

/** The mean of each unit. */
export function meansOf({ sums, counts }: TotalColumns): Float64Array {
  return sums.map((sum, unit) => sum / (counts[unit] ?? Number.NaN));
}
