/**
 * The candidate nearest to what was typed, or undefined when none is near enough to be meant
 * (Damerau-Levenshtein distance, optimal string alignment; at most a third of the letters, at least one).
 * Where none is near, the only one that holds what was typed, from three letters on.
 *
 * @example closestName('implment', ['analyze', 'implement']) === 'implement'
 */
export function closestName(typed: string, candidates: Iterable<string>): string | undefined {
  const names = [...candidates];
  return nearest(typed, names) ?? onlyHolder(typed, names);
}

function nearest(typed: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(typed.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) >= bestDistance) continue;
    const distance = editDistance(typed.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function onlyHolder(typed: string, candidates: readonly string[]): string | undefined {
  if (typed.length < 3) return undefined;
  const [holder, another] = candidates.filter((name) => name.toLowerCase().includes(typed.toLowerCase()));
  return another === undefined ? holder : undefined;
}

function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}
