import { forTerminal } from '../../base/text/terminal-text.js';
import type { WorkflowInputView, WorkflowShowOutput } from '../../operations/workflow/outputs.js';
import { showWorkflow } from '../../operations/workflow/show-workflow.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { nextLine } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import type { show } from './show.js';

export async function run(
  context: CommandContext,
  { arguments: { workflow }, options }: InputOf<typeof show>,
): Promise<number> {
  const output = await showWorkflow(await context.open(), { workflow });
  context.print(output, (stream) =>
    options.source
      ? stream.isTerminal
        ? forTerminal(output.source)
        : output.source
      : page(output, context.now, stream),
  );
  return exitCode.done;
}

function page(output: WorkflowShowOutput, now: Date, stream: OutputStream): string {
  return [
    renderKeyValues(facts(output, now), stream),
    inputTable(output.inputs, stream),
    stepTable(output.steps, stream),
    nextLine(output.next, stream),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

function facts({ workflow, version, outputs }: WorkflowShowOutput, now: Date): KeyValue[] {
  const entries = [
    ['Workflow', workflow.name],
    ['Id', workflow.id],
    ['Project', workflow.project?.name ?? 'none, it is there for all'],
    ['Description', workflow.description],
    ['Version', `${version.number} of ${workflow.latest}${version.note === null ? '' : `: ${version.note}`}`],
    ['Written', `${relativeTime(version.createdAt, now)} by ${version.author}`],
    ['Outputs', outputs.join(', ')],
  ] as const;
  return entries.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function inputTable(inputs: readonly WorkflowInputView[], stream: OutputStream): string {
  const { dim } = styleFor(stream);
  return renderTable(
    inputs,
    [
      { header: 'Input', cell: ({ name }) => name },
      { header: 'Type', cell: ({ type }) => type, paint: dim },
      { header: 'If not given', cell: usualText, flexible: true, minWidth: 12 },
      {
        header: 'What it is',
        cell: ({ description }) => description ?? '',
        flexible: true,
        minWidth: 12,
        paint: dim,
      },
    ],
    stream,
  );
}

function usualText({ required, default: usual }: WorkflowInputView): string {
  return required ? 'has to be given' : JSON.stringify(usual);
}

function stepTable(steps: WorkflowShowOutput['steps'], stream: OutputStream): string {
  const { dim } = styleFor(stream);
  return renderTable(
    steps,
    [
      { header: 'Step', cell: ({ path }) => path, flexible: true, minWidth: 20 },
      { header: 'Does', cell: ({ does }) => does, flexible: true, minWidth: 12, paint: dim },
    ],
    stream,
  );
}
