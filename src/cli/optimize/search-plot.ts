/** How good the best of an arm was, after so many calls. */
export interface SearchPoint {
  readonly calls: number;
  readonly score: number;
}

/** The arms that are drawn; the second one may be missing. */
export interface SearchCurves {
  readonly reflective: readonly SearchPoint[];
  readonly random: readonly SearchPoint[];
  /** The calls at the right end. */
  readonly calls: number;
}

export interface PlotSize {
  readonly cells: number;
  readonly lines: number;
}

/**
 * The best score so far over the calls, as lines of characters, the highest first: `●` for the search, `○` for random
 * search beside it, where the other one has no point.
 *
 * @param size at least 2 by 2
 * @returns none when there is nothing to be seen: no score is higher than another
 * @example searchPlot({ reflective: [{ calls: 1, score: 0 }, { calls: 4, score: 1 }], random: [], calls: 4 }, { cells: 4, lines: 2 })
 * // ['   ●', '●●● ']
 */
export function searchPlot(
  { reflective, random, calls: last }: SearchCurves,
  { cells, lines }: PlotSize,
): string[] {
  const points = [...reflective, ...random];
  const scores = points.map(({ score }) => score);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  if (!(most > least)) return [];
  const first = Math.min(...points.map(({ calls }) => calls));
  const grid = Array.from({ length: lines }, () => Array.from({ length: cells }, () => ' '));
  const lineOf = (score: number) => lines - 1 - Math.round(((score - least) / (most - least)) * (lines - 1));
  const callsAt = (cell: number) => first + ((last - first) * cell) / (cells - 1);
  for (const [curve, mark] of [
    [random, '○'],
    [reflective, '●'],
  ] as const) {
    for (let cell = 0; cell < cells; cell++) {
      const best = bestBy(curve, callsAt(cell));
      const line = best === null ? undefined : grid[lineOf(best)];
      if (line !== undefined) line[cell] = mark;
    }
  }
  return grid.map((line) => line.join(''));
}

/** Null before the first point. */
function bestBy(curve: readonly SearchPoint[], calls: number): number | null {
  const scores = curve.filter((point) => point.calls <= calls).map(({ score }) => score);
  return scores.length === 0 ? null : Math.max(...scores);
}
