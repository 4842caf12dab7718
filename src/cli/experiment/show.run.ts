import type { ExperimentShowOutput, ExperimentVariantView } from '../../operations/experiment/outputs.js';
import { planText } from '../../operations/experiment/plan-text.js';
import { showExperiment } from '../../operations/experiment/show-experiment.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { nextLine } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { type Column, renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { experimentLook } from './experiment-look.js';
import type { show } from './show.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof show>,
): Promise<number> {
  const output = await showExperiment(await context.openDatabase(), given);
  context.print(output, (stream) => page(output, context.now, stream));
  return exitCode.done;
}

function page(output: ExperimentShowOutput, now: Date, stream: OutputStream): string {
  return [
    renderKeyValues(facts(output, now, stream), stream),
    variantTable(output, stream),
    strategyTable(output, stream),
    metricTable(output, stream),
    checkTable(output, stream),
    nextLine(output.next, stream),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

function facts(
  { experiment, expect, plan, online }: ExperimentShowOutput,
  now: Date,
  stream: OutputStream,
): KeyValue[] {
  const { id, name, project, status, unit, hypothesis, conclusion, createdAt, createdBy } = experiment;
  const entries: readonly (KeyValue | null)[] = [
    { label: 'experiment', value: `${name} (${id})` },
    { label: 'project', value: project?.name ?? 'none, it is there for all' },
    { label: 'status', value: status, paint: styleFor(stream)[experimentLook(status)] },
    hypothesis === null ? null : { label: 'to find out', value: hypothesis },
    unit === 'row' ? null : { label: 'unit', value: `a ${unit}` },
    online?.holdOut == null
      ? null
      : { label: 'hold-out', value: `${online.holdOut.name}, ${100 * online.holdOut.share} %` },
    online?.namespace == null
      ? null
      : {
          label: 'namespace',
          value: `${online.namespace.name}, from ${online.namespace.from} to ${online.namespace.to}`,
        },
    online === null ? null : { label: 'given up', value: `when open for ${online.windowDays} days` },
    expect === null ? null : { label: 'expected', value: `in the column ${expect}` },
    { label: 'judged by', value: planText(plan) },
    conclusion && {
      label: 'decided',
      value: `${conclusion.label} is ${conclusion.variant}, by ${conclusion.actor}. ${conclusion.why}`,
    },
    { label: 'made', value: `${relativeTime(createdAt, now)} by ${createdBy}` },
  ];
  return entries.filter((entry) => entry !== null);
}

const promptColumn: Column<ExperimentVariantView> = {
  header: 'Prompt',
  cell: ({ prompt }) => prompt ?? '',
  flexible: true,
  minWidth: 12,
};

/** What the variants of sessions do otherwise than usual. */
function strategyTable({ experiment: { variants } }: ExperimentShowOutput, stream: OutputStream): string {
  const parts = variants.flatMap(({ name, strategy }) => [
    ...Object.entries(strategy?.templates ?? {}).map(([of, is]) => ({ name, of: `${of} template`, is })),
    ...Object.entries(strategy?.models ?? {}).map(([of, is]) => ({ name, of: of, is })),
  ]);
  return renderTable(
    parts,
    [
      { header: 'Variant', cell: ({ name }) => name },
      { header: 'Takes for', cell: ({ of }) => of },
      { header: 'This', cell: ({ is }) => is, flexible: true, minWidth: 12 },
    ],
    stream,
  );
}

/** The part of units that a variant gets. */
function shareColumn({ variants }: ExperimentShowOutput['experiment']): Column<ExperimentVariantView> {
  const all = variants.reduce((sum, { weight }) => sum + weight, 0);
  const percent = (weight: number) => `${Number(((100 * weight) / all).toFixed(1))} %`;
  return { header: 'Part', align: 'right', cell: ({ weight }) => percent(weight) };
}

function variantTable({ experiment }: ExperimentShowOutput, stream: OutputStream): string {
  const { dim } = styleFor(stream);
  return renderTable(
    experiment.variants,
    [
      { header: 'Variant', cell: ({ name, control }) => (control ? `${name} (control)` : name) },
      ...(experiment.unit === 'row' ? [promptColumn] : []),
      ...(experiment.unit === 'row' ? [] : [shareColumn(experiment)]),
      { header: 'Model', cell: ({ model }) => model ?? 'the usual one', flexible: true, minWidth: 10 },
      {
        header: 'Parameters',
        cell: ({ parameters }) =>
          Object.entries(parameters)
            .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
            .join(', '),
        flexible: true,
        minWidth: 10,
        paint: dim,
      },
    ],
    stream,
  );
}

function metricTable({ experiment: { metrics } }: ExperimentShowOutput, stream: OutputStream): string {
  return renderTable(
    metrics,
    [
      { header: 'Metric', cell: ({ name, primary }) => (primary ? `${name} (decides)` : name) },
      { header: 'Better', cell: ({ better }) => better },
      {
        header: 'Matters from',
        align: 'right',
        cell: ({ matters }) => (matters === 0 ? '' : String(matters)),
      },
    ],
    stream,
  );
}

function checkTable({ checks }: ExperimentShowOutput, stream: OutputStream): string {
  return renderTable(
    checks,
    [
      { header: 'Check', cell: ({ name }) => name },
      { header: 'Kind', cell: ({ kind }) => kind },
      {
        header: 'Against',
        cell: ({ wanted, kind }) => wanted ?? (kind === 'json-schema' ? 'a schema' : 'what the row expects'),
        flexible: true,
        minWidth: 12,
      },
    ],
    stream,
  );
}
