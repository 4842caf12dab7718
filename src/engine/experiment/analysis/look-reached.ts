import { groupSequentialLooks, type Look } from '../../../statistics/sequential/group-sequential.js';
import type { Looks } from './analysis-plan.js';

/** What is looked at now: all that is there, or what belongs to a planned look. */
export type LookReached =
  | { readonly kind: 'once' | 'sequential' }
  | {
      readonly kind: 'planned';
      readonly times: number;
      /** The number of the look, from 1; 0 before the first. */
      readonly look: number;
      /** It is about the rows up to this one, so that looking again before the next look finds the same. */
      readonly rows: number;
    };

/**
 * The look that is due.
 *
 * @param rows how many were measured in every variant
 * @param planned how many there will be
 * @example lookReached({ kind: 'planned', times: 4 }, 70, 100) // look 2, about 50 rows
 */
export function lookReached(looks: Looks, rows: number, planned: number): LookReached {
  if (looks.kind !== 'planned') return looks;
  const { kind, times } = looks;
  const look = planned > 0 ? Math.min(times, Math.floor((times * rows) / planned)) : 0;
  return { kind, times, look, rows: Math.ceil((look * planned) / times) };
}

/** Evidence that is stronger is not told apart. */
const LEAST_LEVEL = 1e-12;

/**
 * The level at which a comparison is decided at a look, so that over all looks it is decided at `level`. By p-values
 * rather than boundaries, planned looks hold for every method.
 *
 * Source: C. Jennison and B. W. Turnbull, Group Sequential Methods (2000), section 3.3; with spending as O'Brien and
 * Fleming would (Lan and DeMets 1983).
 *
 * @param level the chance of a wrong claim, over all looks
 * @example levelAtLook({ kind: 'planned', times: 5, look: 5, rows: 100 }, 0.05) // 0.0422
 */
export function levelAtLook(reached: LookReached, level: number): number {
  if (reached.kind !== 'planned') return level;
  return Math.max(LEAST_LEVEL, plannedLooks(reached.times, level)[reached.look - 1]?.pValue ?? 0);
}

/** By how many there are and their level: they take some milliseconds, and a family asks for the same again and again. */
const planned = new Map<string, readonly Look[]>();

function plannedLooks(times: number, level: number): readonly Look[] {
  const key = `${times} ${level}`;
  const known = planned.get(key);
  if (known !== undefined) return known;
  const fractions = Array.from({ length: times }, (_, at) => (at + 1) / times);
  const looks = groupSequentialLooks({ fractions, spending: 'obrien-fleming', confidence: 1 - level });
  planned.set(key, looks);
  return looks;
}
