/**
 * The level at which each of several comparisons is decided, so that the chance of even one wrong claim among all of
 * them is at most alpha: from the smallest p-value on, alpha divided by how many are left, until one is not small
 * enough; from there on it stays. Intervals with these levels say what Holm's procedure says.
 *
 * Source: S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6 (1979).
 *
 * @returns in the order given
 * @example holmLevels([0.01, 0.04, 0.03], 0.06) // [0.02, 0.03, 0.03]
 */
export function holmLevels(pValues: readonly number[], alpha: number): readonly number[] {
  const order = [...pValues.keys()].sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const levels = pValues.map(() => alpha);
  let level = alpha / Math.max(pValues.length, 1);
  let isOver = false;
  for (const [rank, at] of order.entries()) {
    if (!isOver) level = alpha / (pValues.length - rank);
    levels[at] = level;
    if ((pValues[at] ?? 1) > level) isOver = true;
  }
  return levels;
}
