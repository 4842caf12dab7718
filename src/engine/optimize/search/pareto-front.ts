/**
 * How often each candidate is among the best of a row, of those that are needed: whoever is best only where others
 * are as well is left out, the worst of all first.
 *
 * Source: L. A. Agrawal et al., GEPA: Reflective Prompt Evolution Can Outperform Reinforcement Learning,
 * arXiv 2507.19457 (2025), algorithm 2.
 *
 * @param winners the candidates that are best at each row, by their places
 * @param worstFirst the places of all candidates, by how good they are on the whole
 * @returns in the order of the candidates; 0 for one that is left out
 * @example frontWeights([new Set([0, 1]), new Set([1])], [0, 1]) // [0, 2]
 */
export function frontWeights(
  winners: readonly ReadonlySet<number>[],
  worstFirst: readonly number[],
): readonly number[] {
  const left = new Set(winners.flatMap((row) => [...row]));
  for (const candidate of worstFirst) {
    const isNeeded = winners.some(
      (row) => row.has(candidate) && ![...row].some((other) => other !== candidate && left.has(other)),
    );
    if (!isNeeded) left.delete(candidate);
  }
  const weights = worstFirst.map(() => 0);
  for (const row of winners)
    for (const candidate of row) if (left.has(candidate)) weights[candidate] = (weights[candidate] ?? 0) + 1;
  return weights;
}
