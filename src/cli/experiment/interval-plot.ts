/** An effect with its interval; an end is null where nothing limits it. */
export interface PlottedInterval {
  readonly estimate: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** What intervals of the same metric are drawn on, so that they stand below each other. */
export interface PlotScale {
  readonly from: number;
  readonly to: number;
}

/** A scale that has all intervals on it, and 0; null when none has an extent. */
export function scaleOf(intervals: readonly PlottedInterval[]): PlotScale | null {
  const ends = intervals.flatMap(({ estimate, from, to }) => [estimate, from ?? estimate, to ?? estimate]);
  const [from, to] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return from < to ? { from, to } : null;
}

/**
 * An interval as a line of characters: its ends, the estimate, and where 0 is.
 *
 * @param cells how many characters it has, at least 3
 * @example intervalLine({ estimate: 2, from: 1, to: 3 }, { from: 0, to: 4 }, 9) === '│ ├─●─┤  '
 */
export function intervalLine(
  { estimate, from, to }: PlottedInterval,
  scale: PlotScale,
  cells: number,
): string {
  const line = Array.from({ length: cells }, () => ' ');
  const placeOf = (value: number) => {
    const part = (value - scale.from) / (scale.to - scale.from);
    return Math.min(cells - 1, Math.max(0, Math.round(part * (cells - 1))));
  };
  const [first, last] = [from === null ? 0 : placeOf(from), to === null ? cells - 1 : placeOf(to)];
  line[placeOf(0)] = '│';
  for (let at = first; at <= last; at++) line[at] = line[at] === '│' ? '┼' : '─';
  if (from !== null) line[first] = '├';
  if (to !== null) line[last] = '┤';
  line[placeOf(estimate)] = '●';
  return line.join('');
}
