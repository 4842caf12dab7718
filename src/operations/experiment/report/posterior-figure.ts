import type { ExperimentAnalysisOutput } from '../analysis-outputs.js';
import { chanceText } from '../chance-text.js';
import { type Axis, axisFor, placeOn } from './axis.js';
import { drawnAxis, type Figure, PLOT, rowName, TOP, textAt } from './figure.js';

type MetricAnalysis = ExperimentAnalysisOutput['metrics'][number];
type Comparison = MetricAnalysis['comparisons'][number];
type Believed = Pick<Comparison, 'variant'> & NonNullable<Comparison['posterior']>;

const ROW = 64;
/** How many standard deviations 95 % of a normal distribution reach to either side. */
const REACH = 1.96;
const POINTS = 80;

/** What is to be believed of how far each variant is from the control; null when nothing is. */
export function posteriorFigure({ metric, comparisons }: MetricAnalysis): Figure | null {
  const believed = comparisons.flatMap(({ variant, posterior }) =>
    posterior === null ? [] : [{ variant, ...posterior }],
  );
  const values = believed.flatMap(({ estimate, from, to }) => [
    estimate - 1.7 * (estimate - from),
    estimate + 1.7 * (to - estimate),
  ]);
  const axis = axisFor(values, PLOT);
  if (axis === null || believed.length === 0) return null;
  const bottom = TOP + believed.length * ROW;
  const chances = believed.map(
    ({ variant, chanceToWin }) => `${variant} is better with ${chanceText(chanceToWin)}`,
  );
  return {
    height: bottom + 30,
    title: `What is to be believed of the difference from the control by ${metric.name}. ${chances.join('; ')}.`,
    elements: [
      ...drawnAxis(axis, metric, bottom),
      ...believed.flatMap((one, at) => [
        rowName(TOP + (at + 1) * ROW - 8, one.variant),
        `<path d="${hill(one, axis, TOP + (at + 1) * ROW)}" class="belief"/>`,
        textAt(PLOT.right + 12, TOP + (at + 1) * ROW - 8, 'says', `wins ${chanceText(one.chanceToWin)}`),
      ]),
    ],
  };
}

/** Drawn as a normal distribution, which it is but for a few units. */
function hill({ estimate, from, to }: Believed, axis: Axis, bottom: number): string {
  const deviation = (to - from) / (2 * REACH);
  const height = ROW - 12;
  const points = Array.from({ length: POINTS + 1 }, (_, at) => {
    const value = axis.from + (at / POINTS) * (axis.to - axis.from);
    const y = bottom - height * Math.exp(-(((value - estimate) / deviation) ** 2) / 2);
    return `${placeOn(axis, value)},${Math.round(y * 100) / 100}`;
  });
  return `M${axis.left},${bottom} L${points.join(' ')} L${axis.right},${bottom} Z`;
}
