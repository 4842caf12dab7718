import { formatDollars } from '../../base/text/format-dollars.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type {
  ExperimentAnalysisOutput,
  JudgeView,
  VerdictView,
} from '../../operations/experiment/analysis-outputs.js';
import { chanceText } from '../../operations/experiment/chance-text.js';
import { differenceText, figureText } from '../../operations/experiment/figure-text.js';
import { unitsHeading } from '../../operations/experiment/units-heading.js';
import { nextLine, sentence } from '../render/next-line.js';
import { type Look, styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import { intervalLine, type PlotScale, type PlottedInterval, scaleOf } from './interval-plot.js';
import { posteriorLine } from './posterior-plot.js';

type Analyzed = ExperimentAnalysisOutput['metrics'][number];
type Compared = Analyzed['comparisons'][number];

/** So that a table with a plot fits into 80 columns. */
const PLOT_CELLS = 30;

/** The answer, then metric by metric the figures and intervals. */
export function renderAnalysis(output: ExperimentAnalysisOutput, stream: OutputStream): string {
  const { experiment, answer, notes, metrics, judges, costs, next } = output;
  return [
    answer.map((says) => sentence(says, stream)).join(''),
    notes.map((note) => sentence(note, stream)).join(''),
    ...metrics.flatMap((metric) => [
      metricBlock(metric, unitsHeading(experiment), stream),
      relativeBlock(metric, stream),
      posteriorBlock(metric, stream),
    ]),
    judgeBlock(judges, stream),
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

function metricBlock(
  { metric, figures, comparisons }: Analyzed,
  heading: string,
  stream: OutputStream,
): string {
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
      { header: heading, align: 'right', cell: (row) => groupThousands(row.rows) },
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

function relativeBlock({ metric, comparisons }: Analyzed, stream: OutputStream): string {
  const shown = comparisons.flatMap(({ variant, relative }) =>
    relative === null ? [] : [{ variant, ...relative }],
  );
  if (shown.length === 0) return '';
  return renderTable(
    shown,
    [
      { header: metric.name, cell: ({ variant }) => variant },
      { header: 'Relative', align: 'right', cell: ({ estimate }) => relativeText(estimate) },
      { header: 'From', align: 'right', cell: ({ from }) => relativeText(from) },
      { header: 'To', align: 'right', cell: ({ to }) => relativeText(to) },
      { header: 'Method', cell: ({ method }) => method },
    ],
    stream,
  );
}

function relativeText(part: number | null): string {
  return part === null ? '' : `${part < 0 ? '-' : '+'}${Number((Math.abs(part) * 100).toPrecision(3))} %`;
}

function posteriorBlock({ metric, comparisons }: Analyzed, stream: OutputStream): string {
  const shown = comparisons.flatMap(({ variant, posterior }) =>
    posterior === null ? [] : [{ variant, ...posterior }],
  );
  const scale = scaleOf(shown);
  if (scale === null) return '';
  return renderTable(
    shown,
    [
      { header: metric.name, cell: ({ variant }) => variant },
      { header: 'Wins', align: 'right', cell: ({ chanceToWin }) => chanceText(chanceToWin) },
      {
        header: 'Loss if taken',
        align: 'right',
        cell: ({ expectedLoss }) => differenceText(metric, expectedLoss.variant),
      },
      { header: 'Belief about the difference', cell: (one) => posteriorLine(one, scale, PLOT_CELLS) },
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

/** What stands there is read like any figure: a judge that does not agree with itself says little. */
function judgeBlock(judges: ExperimentAnalysisOutput['judges'], stream: OutputStream): string {
  if (judges.length === 0) return '';
  return renderTable(
    judges,
    [
      { header: 'Judge', cell: ({ check }) => check },
      { header: 'Pairs', align: 'right', cell: ({ pairs }) => groupThousands(pairs) },
      { header: 'Same when swapped', align: 'right', cell: ({ withItself }) => partText(withItself) },
      { header: 'First preferred', align: 'right', cell: ({ prefersFirst }) => partText(prefersFirst) },
      { header: 'As people (kappa)', align: 'right', cell: ({ people }) => peopleText(people) },
      { header: 'Cost', align: 'right', cell: ({ cost }) => formatDollars(cost) },
    ],
    stream,
  );
}

function partText(part: number | null): string {
  return part === null ? '' : `${Number((part * 100).toPrecision(3))} %`;
}

function peopleText(people: JudgeView['people']): string {
  if (people === null || people.agreement === null) return '';
  const kappa = people.kappa === null ? '' : ` (${people.kappa.toFixed(2)})`;
  return `${partText(people.agreement)}${kappa}`;
}

function costLine(costs: ExperimentAnalysisOutput['costs'], stream: OutputStream): string {
  const known = costs.flatMap(({ variant, perRow }) =>
    perRow === null ? [] : [`${variant} ${formatDollars(perRow)}`],
  );
  return known.length === 0 ? '' : sentence(`A row costs: ${known.join(', ')}.`, stream);
}
