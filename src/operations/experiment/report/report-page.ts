import { formatDollars } from '../../../base/text/format-dollars.js';
import { formatMinute } from '../../../base/text/format-minute.js';
import { groupThousands } from '../../../base/text/group-thousands.js';
import type { ExperimentAnalysisOutput } from '../analysis-outputs.js';
import { chanceText } from '../chance-text.js';
import { differenceText, figureText } from '../figure-text.js';
import { planText } from '../plan-text.js';
import { unitsHeading } from '../units-heading.js';
import { variantText } from '../variant-text.js';
import { escaped } from './escaped.js';
import type { Reported } from './experiment-report.js';
import { type Figure, signedText, standingFigure } from './figure.js';
import { intervalFigure, verdictWords } from './interval-figure.js';
import { posteriorFigure } from './posterior-figure.js';
import { figureStyle, pageStyle } from './report-style.js';

type MetricAnalysis = ExperimentAnalysisOutput['metrics'][number];

/** A report as one page that needs nothing else, and no script. */
export function reportPage(report: Reported): string {
  const { analysis, at } = report;
  const { name } = analysis.experiment;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`Experiment ${name}`)}</title>
<style>${pageStyle}${figureStyle}</style>
</head>
<body>
<h1>${escaped(`Experiment ${name}`)}</h1>
<p class="dim">${escaped(`As of ${formatMinute(at)}`)}</p>
${[answerPart(analysis), ...analysis.metrics.map((metric) => metricPart(metric, unitsHeading(analysis.experiment))), judgesPart(analysis), aboutPart(report), methodPart(analysis)].join('\n')}
</body>
</html>
`;
}

function answerPart({ answer, notes }: ExperimentAnalysisOutput): string {
  const notesText = notes.map((note) => `<p class="dim">${escaped(note)}</p>`).join('');
  return `<section class="answer" aria-label="Answer">${answer.map((says) => `<p>${escaped(says)}</p>`).join('')}</section>${notesText}`;
}

function metricPart(analysis: MetricAnalysis, heading: string): string {
  const { metric, figures, comparisons } = analysis;
  const decides = metric.primary ? ' <span class="dim">(decides)</span>' : '';
  const rows = figures.map(({ variant, rows: count, mean }) => {
    const compared = comparisons.find((one) => one.variant === variant);
    return [
      variant,
      groupThousands(count),
      mean === null ? '' : figureText(metric, mean),
      ...comparedCells(metric, compared),
    ];
  });
  const headers = [
    'Variant',
    heading,
    'Mean',
    'Difference',
    'Interval',
    'Relative',
    'Wins',
    'Loss if taken',
    '',
  ];
  return `<section><h2>${escaped(metric.name)}${decides}</h2>${[intervalFigure(analysis), posteriorFigure(analysis)].map(shown).join('')}${tableOf(headers, rows)}</section>`;
}

function shown(figure: Figure | null): string {
  return figure === null ? '' : `<figure>${standingFigure(figure)}</figure>`;
}

function comparedCells(
  metric: MetricAnalysis['metric'],
  compared: MetricAnalysis['comparisons'][number] | undefined,
): string[] {
  if (compared === undefined) return ['', '', '', '', '', 'control'];
  const { estimate, from, to, relative, posterior, verdict } = compared;
  const part = relative?.estimate ?? null;
  return [
    estimate === null ? '' : signedText(metric, estimate),
    from === null || to === null ? '' : `${signedText(metric, from)} to ${signedText(metric, to)}`,
    part === null ? '' : `${part < 0 ? '−' : '+'}${Number((Math.abs(part) * 100).toPrecision(3))} %`,
    posterior === null ? '' : chanceText(posterior.chanceToWin),
    posterior === null ? '' : differenceText(metric, posterior.expectedLoss.variant),
    verdictWords[verdict.is],
  ];
}

function tableOf(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headers.map((header) => `<th scope="col">${escaped(header)}</th>`).join('');
  const body = rows
    .map(
      ([first = '', ...others]) =>
        `<tr><th scope="row">${escaped(first)}</th>${others.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function judgesPart({ judges }: ExperimentAnalysisOutput): string {
  if (judges.length === 0) return '';
  const percent = (part: number | null) => (part === null ? '' : `${Number((part * 100).toPrecision(3))} %`);
  const rows = judges.map(({ check, criterion, pairs, withItself, prefersFirst, people, cost }) => [
    check,
    criterion,
    groupThousands(pairs),
    percent(withItself),
    percent(prefersFirst),
    people === null
      ? ''
      : `${percent(people.agreement)}${people.kappa === null ? '' : `, kappa ${people.kappa.toFixed(2)}`}`,
    formatDollars(cost),
  ]);
  const headers = [
    'Judge',
    'Criterion',
    'Pairs',
    'Same when swapped',
    'First preferred',
    'As people',
    'Cost',
  ];
  return `<section><h2>Judges</h2>${tableOf(headers, rows)}</section>`;
}

function aboutPart({ analysis, checks, batches }: Reported): string {
  const { experiment, costs } = analysis;
  const variants = experiment.variants.map((variant, at) => {
    const { name, model, control } = variant;
    const batch = batches[at];
    const perRow = costs.find((one) => one.variant === name)?.perRow ?? null;
    return [
      control ? `${name} (control)` : name,
      variantText(variant),
      model ?? batch?.model ?? 'the usual one',
      batch === undefined ? '' : `${groupThousands(batch.done)} of ${groupThousands(batch.rows ?? 0)}`,
      batch === undefined ? '' : groupThousands(batch.failed),
      perRow === null ? '' : formatDollars(perRow),
    ];
  });
  const hypothesis = experiment.hypothesis === null ? '' : `<p>${escaped(experiment.hypothesis)}</p>`;
  const checkRows = checks.map(({ name, kind, wanted }) => [
    name,
    kind,
    wanted ?? (kind === 'json-schema' ? 'a schema' : 'what the row expects'),
  ]);
  return `<section><h2>What was compared</h2>${hypothesis}${tableOf(['Variant', 'Prompt', 'Model', 'Answered', 'Failed', 'A row costs'], variants)}${checkRows.length === 0 ? '' : `<h3>Checks</h3>${tableOf(['Check', 'Kind', 'Against'], checkRows)}`}</section>`;
}

function methodPart({ experiment, plan, metrics }: ExperimentAnalysisOutput): string {
  const facts = metrics.flatMap(({ metric, comparisons }) =>
    comparisons.flatMap(({ variant, method, confidence, rows }) =>
      method === null
        ? []
        : [
            `<dt>${escaped(`${metric.name}, ${variant}`)}</dt><dd>${escaped(`${method}, ${Number((confidence * 100).toFixed(2))} % sure, over ${groupThousands(rows)} ${experiment.unit}s`)}</dd>`,
          ],
    ),
  );
  return `<section><h2>Methods</h2><p>${escaped(`It is judged by ${planText(plan)}.`)} Differences are those from the control. Shaded are the differences that do not matter. Chances to win and expected losses follow from a prior that knows nothing, and decide nothing.</p><dl>${facts.join('')}</dl></section>`;
}
