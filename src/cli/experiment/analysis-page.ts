import { formatDollars } from '../../base/text/format-dollars.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { ExperimentAnalysisOutput, VerdictView } from '../../operations/experiment/analysis-outputs.js';
import { figureText } from '../../operations/experiment/figure-text.js';
import { nextLine, sentence } from '../render/next-line.js';
import { type Look, styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import { intervalLine, type PlotScale, type PlottedInterval, scaleOf } from './interval-plot.js';

type Analyzed = ExperimentAnalysisOutput['metrics'][number];
type Compared = Analyzed['comparisons'][number];

/** So that a table with a plot fits into 80 columns. */
const PLOT_CELLS = 30;

/** The answer, then metric by metric the figures and intervals. */
export function renderAnalysis(output: ExperimentAnalysisOutput, stream: OutputStream): string {
  const { answer, metrics, costs, next } = output;
  return [
    answer.map((says) => sentence(says, stream)).join(''),
    ...metrics.map((metric) => metricBlock(metric, stream)),
    costLine(costs, stream),
    nextLine(next, stream),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

interface Row {
  readonly variant: string;
  readonly rows: number;
  readonly figure: string;
  readonly compared: Compared | undefined;
}

function metricBlock({ metric, figures, comparisons }: Analyzed, stream: OutputStream): string {
  const style = styleFor(stream);
  const scale = scaleOf(comparisons.flatMap(plotted));
  const rows = figures.map(({ variant, rows: count, mean }) => ({
    variant,
    rows: count,
    figure: mean === null ? '' : figureText(metric, mean),
    compared: comparisons.find((one) => one.variant === variant),
  }));
  return renderTable<Row>(
    rows,
    [
      { header: metric.name, cell: ({ variant }) => variant },
      { header: 'Rows', align: 'right', cell: (row) => groupThousands(row.rows) },
      { header: 'Mean', align: 'right', cell: ({ figure }) => figure },
      { header: plotHeader(comparisons), cell: ({ compared }) => plotCell(compared, scale) },
      {
        header: 'Says',
        cell: ({ compared }) => (compared === undefined ? 'control' : verdictText(compared.verdict)),
        paint: (text, { compared }) => style[lookOf(compared)](text),
      },
    ],
    stream,
  );
}

function plotHeader(comparisons: readonly Compared[]): string {
  const confidences = comparisons.map(({ confidence }) => Number((confidence * 100).toFixed(1)));
  const [least, most] = [Math.min(...confidences), Math.max(...confidences)];
  return `Difference, ${least === most ? least : `${least} to ${most}`} % sure`;
}

function plotCell(compared: Compared | undefined, scale: PlotScale | null): string {
  const [interval] = compared === undefined ? [] : plotted(compared);
  return interval === undefined || scale === null ? '' : intervalLine(interval, scale, PLOT_CELLS);
}

function plotted({ estimate, from, to }: Compared): PlottedInterval[] {
  return estimate === null ? [] : [{ estimate, from, to }];
}

function verdictText({ is }: VerdictView): string {
  return is === 'no-difference-that-matters' ? 'no matter' : is === 'not-enough-data' ? 'open' : is;
}

const looks: Readonly<Record<VerdictView['is'], Look>> = {
  better: 'green',
  worse: 'red',
  'no-difference-that-matters': 'cyan',
  'not-enough-data': 'yellow',
};

function lookOf(compared: Compared | undefined): Look {
  return compared === undefined ? 'dim' : looks[compared.verdict.is];
}

function costLine(costs: ExperimentAnalysisOutput['costs'], stream: OutputStream): string {
  const known = costs.flatMap(({ variant, perRow }) =>
    perRow === null ? [] : [`${variant} ${formatDollars(perRow)}`],
  );
  return known.length === 0 ? '' : sentence(`A row costs: ${known.join(', ')}.`, stream);
}
