import type { FamilyRule } from './analysis-plan.js';

/** The level that a p-value has to pass for a comparison to be decided at another level, see `levelAtLook`. */
export type Threshold = (level: number) => number;

/**
 * The level at which each of several comparisons is decided. Intervals with these levels say what the procedure says.
 *
 * @param alpha the chance of a wrong claim that is put up with: of even one among all, of one among the claims, or of one
 * in each comparison
 * @returns in the order given
 */
export function familyLevels(
  rule: FamilyRule,
  pValues: readonly number[],
  alpha: number,
  threshold: Threshold = (level) => level,
): readonly number[] {
  switch (rule) {
    case 'holm':
      return holmLevels(pValues, alpha, threshold);
    case 'bh':
      return benjaminiHochbergLevels(pValues, alpha, threshold);
    case 'none':
      return pValues.map(() => alpha);
  }
}

/**
 * From the smallest p-value on, alpha divided by how many are left, until one is not small enough; from there on it
 * stays. The chance of even one wrong claim is at most alpha.
 *
 * Sources: S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6 (1979);
 * at planned looks: W. Maurer and F. Bretz, Multiple Testing in Group Sequential Trials Using Graphical Approaches,
 * Statistics in Biopharmaceutical Research 5 (2013).
 *
 * @example holmLevels([0.01, 0.04, 0.03], 0.06, (level) => level) // [0.02, 0.03, 0.03]
 */
function holmLevels(pValues: readonly number[], alpha: number, threshold: Threshold): readonly number[] {
  const levels = pValues.map(() => alpha);
  let level = alpha / Math.max(pValues.length, 1);
  let isOver = false;
  for (const [rank, at] of smallestFirst(pValues).entries()) {
    if (!isOver) level = alpha / (pValues.length - rank);
    levels[at] = level;
    if ((pValues[at] ?? 1) > threshold(level)) isOver = true;
  }
  return levels;
}

/**
 * The same for all: alpha times the part of comparisons that Benjamini and Hochberg's procedure finds.
 *
 * Source: Y. Benjamini and D. Yekutieli, False Discovery Rate–Adjusted Multiple Confidence Intervals for Selected
 * Parameters, JASA 100 (2005).
 */
function benjaminiHochbergLevels(
  pValues: readonly number[],
  alpha: number,
  threshold: Threshold,
): readonly number[] {
  const count = Math.max(pValues.length, 1);
  let found = 0;
  for (const [rank, at] of smallestFirst(pValues).entries())
    if ((pValues[at] ?? 1) <= threshold((alpha * (rank + 1)) / count)) found = rank + 1;
  return pValues.map(() => (alpha * Math.max(found, 1)) / count);
}

function smallestFirst(pValues: readonly number[]): readonly number[] {
  return [...pValues.keys()].sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
}
