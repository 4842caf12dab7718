import type { PlotScale } from './interval-plot.js';

/** What is believed of a difference: its middle, and where it is with a chance of 95 %. */
export interface PlottedPosterior {
  readonly estimate: number;
  readonly from: number;
  readonly to: number;
}

const HEIGHTS = ' ▁▂▃▄▅▆▇█';
/** How many standard deviations 95 % of a normal distribution reach to either side. */
const REACH = 1.96;

/**
 * How likely the values of a scale are, as a line of characters whose heights say so, and where 0 is. It is drawn as a
 * normal distribution, which posteriors of differences are, but for a few units.
 *
 * @param cells how many characters it has
 * @example posteriorLine({ estimate: 2, from: 1, to: 3 }, { from: 0, to: 4 }, 9) === '│ ▁▅█▅▁  '
 */
export function posteriorLine(
  { estimate, from, to }: PlottedPosterior,
  scale: PlotScale,
  cells: number,
): string {
  const deviation = (to - from) / (2 * REACH);
  const step = (scale.to - scale.from) / (cells - 1);
  const zero = Math.round(-scale.from / step);
  return Array.from({ length: cells }, (_, cell) => {
    const height = Math.exp(-(((scale.from + cell * step - estimate) / deviation) ** 2) / 2);
    const at = Math.round(height * (HEIGHTS.length - 1));
    return at === 0 && cell === zero ? '│' : HEIGHTS[at];
  }).join('');
}
