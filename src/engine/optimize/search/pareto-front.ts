/**
 * How often each candidate is among the best of a row, of those that are needed: whoever is best only where others
 * are as well is left out, the worst on average first.
 *
 * Source: L. A. Agrawal et al., GEPA: Reflective Prompt Evolution Can Outperform Reinforcement Learning,
 * arXiv 2507.19457 (2025), algorithm 2.
 *
 * @param winners the candidates that are best at each row, by their places
 * @param means of the candidates, over all rows
 * @returns in the order of the candidates; 0 for one that is left out
 * @example frontWeights([new Set([0, 1]), new Set([1])], [0.5, 1]) // [0, 2]
 */
export function frontWeights(
  winners: readonly ReadonlySet<number>[],
  means: readonly number[],
): readonly number[] {
  const left = new Set(winners.flatMap((row) => [...row]));
  const worstFirst = [...left].sort((a, b) => (means[a] ?? 0) - (means[b] ?? 0) || b - a);
  for (const candidate of worstFirst) {
    const isNeeded = winners.some(
      (row) => row.has(candidate) && ![...row].some((other) => other !== candidate && left.has(other)),
    );
    if (!isNeeded) left.delete(candidate);
  }
  return means.map((_, candidate) =>
    left.has(candidate) ? winners.filter((row) => row.has(candidate)).length : 0,
  );
}
