import type { ExperimentAnalysisOutput, ExperimentComparisonView, VerdictView } from '../analysis-outputs.js';
import { type Axis, axisFor, placeOn } from './axis.js';
import { drawnAxis, type Figure, lineBetween, PLOT, rowName, TOP, textAt } from './figure.js';

type MetricAnalysis = ExperimentAnalysisOutput['metrics'][number];

const ROW = 38;

/** What follows, in a word or two. */
export const verdictWords: Readonly<Record<VerdictView['is'], string>> = {
  better: 'better',
  worse: 'worse',
  'no-difference-that-matters': 'does not matter',
  'not-enough-data': 'open',
};

/** How far each variant is from the control by a metric; null when nothing is known of that. */
export function intervalFigure({ metric, comparisons }: MetricAnalysis): Figure | null {
  const known = comparisons.filter(({ estimate }) => estimate !== null);
  const { matters } = metric;
  const values = known.flatMap(({ estimate, from, to }) => [estimate ?? 0, from ?? 0, to ?? 0]);
  const axis = axisFor([...values, matters, -matters], PLOT);
  if (axis === null || known.length === 0) return null;
  const bottom = TOP + known.length * ROW;
  return {
    height: bottom + 30,
    title: `Difference from the control by ${metric.name}, with intervals. ${known.map(({ says }) => says).join(' ')}`,
    elements: [
      ...(matters > 0 ? [indifference(axis, matters, bottom)] : []),
      ...drawnAxis(axis, metric, bottom),
      ...known.flatMap((compared, at) => row(compared, axis, TOP + (at + 0.5) * ROW)),
    ],
  };
}

/** The differences that do not matter. */
function indifference(axis: Axis, matters: number, bottom: number): string {
  const [left, right] = [placeOn(axis, -matters), placeOn(axis, matters)];
  return `<rect x="${left}" y="${TOP}" width="${right - left}" height="${bottom - TOP}" class="indifferent"/>`;
}

/** An end without a limit goes to the end of the axis, and has no mark there. */
function row(
  { variant, estimate, from, to, verdict }: ExperimentComparisonView,
  axis: Axis,
  y: number,
): string[] {
  const look = `is-${verdict.is}`;
  const [left, right] = [
    from === null ? axis.left : placeOn(axis, from),
    to === null ? axis.right : placeOn(axis, to),
  ];
  const mark = (end: number | null, x: number) =>
    end === null ? [] : [lineBetween([x, y - 7], [x, y + 7], `interval ${look}`)];
  return [
    rowName(y + 4, variant),
    lineBetween([left, y], [right, y], `interval ${look}`),
    ...mark(from, left),
    ...mark(to, right),
    `<circle cx="${placeOn(axis, estimate ?? 0)}" cy="${y}" r="5" class="estimate ${look}"/>`,
    textAt(PLOT.right + 12, y + 4, `says ${look}`, verdictWords[verdict.is]),
  ];
}
