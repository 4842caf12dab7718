import { formatDuration } from '../../base/text/format-duration.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminal, forTerminalLine } from '../../base/text/terminal-text.js';
import type { WorkflowRunOutput, WorkflowStepView } from '../../operations/workflow/run/run-outputs.js';
import { costText } from '../render/cost.js';
import { renderKeyValues } from '../render/key-values.js';
import { nextLine, sentence } from '../render/next-line.js';
import { problemLines } from '../render/problem-lines.js';
import { type Style, styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { renderGate } from './gate-page.js';
import { runStatusColour } from './run-status-colour.js';
import { type StepRow, stepRows } from './step-rows.js';

/** How a run of a workflow stands, what waits, and how it goes on. */
export function renderWorkflowRun(output: WorkflowRunOutput, now: Date, stream: OutputStream): string {
  const { run, gates, hint, cost, next } = output;
  return [
    headline(output, now, stream),
    stepTable(output.steps, stream),
    ...gates.map((gate) => renderGate(gate, stream)),
    problemLines(run.problem, hint, stream),
    run.problem === null && hint !== null ? sentence(hint, stream) : '',
    outputValues(output, stream),
    `Cost: ${costText(cost, 'not known altogether')}\n`,
    // Each gate has told its own.
    next === null || gates.length > 0 ? '' : nextLine(next, stream),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

function headline({ run }: WorkflowRunOutput, now: Date, stream: OutputStream): string {
  const style = styleFor(stream);
  const { id, workflow, status, createdAt, actor } = run;
  const about = style.dim(`· ${relativeTime(createdAt, now)} by ${forTerminalLine(actor)}`);
  return `${style.bold(`${workflow.name}@${workflow.version}`)} ${id} ${runStatusColour(style, status)(status)} ${about}\n`;
}

const looks: Readonly<
  Record<WorkflowStepView['status'], { readonly mark: string; readonly look: keyof Style }>
> = {
  pending: { mark: '·', look: 'dim' },
  skipped: { mark: '-', look: 'dim' },
  started: { mark: '▸', look: 'cyan' },
  done: { mark: '✓', look: 'green' },
  failed: { mark: '✗', look: 'red' },
  waiting: { mark: '?', look: 'yellow' },
  stale: { mark: '↻', look: 'yellow' },
};

function stepTable(steps: readonly WorkflowStepView[], stream: OutputStream): string {
  const style = styleFor(stream);
  return renderTable<StepRow>(
    stepRows(steps),
    [
      {
        header: 'Step',
        cell: (row) => `${looks[statusOf(row)].mark} ${row.of === 'step' ? row.step.path : row.path}`,
        flexible: true,
        minWidth: 18,
        paint: (text, row) => style[looks[statusOf(row)].look](text),
      },
      { header: 'Does', cell: (row) => (row.of === 'step' ? row.step.kind : ''), paint: style.dim },
      { header: 'Tries', align: 'right', cell: triesOf },
      { header: 'Took', align: 'right', cell: tookOf, paint: style.dim },
      { header: 'Cost', align: 'right', cell: costOf },
      { header: 'Remark', cell: remarkOf, flexible: true, minWidth: 14, paint: style.dim },
    ],
    stream,
  );
}

function statusOf(row: StepRow): WorkflowStepView['status'] {
  return row.of === 'step' ? row.step.status : 'done';
}

function triesOf(row: StepRow): string {
  return row.of === 'step' && row.step.tries > 0 ? String(row.step.tries) : '';
}

function tookOf(row: StepRow): string {
  if (row.of === 'entries' || row.step.kind === 'gate') return '';
  const { startedAt, finishedAt } = row.step;
  return startedAt === null || finishedAt === null
    ? ''
    : formatDuration(finishedAt.getTime() - startedAt.getTime());
}

/** What asks nobody costs nothing, which goes without saying. */
function costOf(row: StepRow): string {
  if (row.of === 'entries' || row.step.executions.length === 0) return '';
  return costText(row.step.cost, '?');
}

function remarkOf(row: StepRow): string {
  if (row.of === 'entries') return `${groupThousands(row.done)} done`;
  const { status, ambiguous, decision, problem } = row.step;
  const said = decision?.comment ? `: ${decision.comment}` : '';
  const by = decision?.actor ? ` by ${decision.actor}` : '';
  const remarks = [
    status === 'waiting' ? 'waits for approval' : '',
    decision === null || decision.is === 'pending' ? '' : `${decision.is}${by}${said}`,
    status === 'skipped' ? 'skipped' : '',
    ambiguous === 0 ? '' : `${ambiguous} ambiguous`,
    status === 'failed' ? (problem?.message ?? '') : '',
  ];
  return remarks.filter((remark) => remark !== '').join('; ');
}

const SHOWN_OUTPUT = 2000;

/** What a completed run brought forth, by name. */
function outputValues({ run, outputs }: WorkflowRunOutput, stream: OutputStream): string {
  if (run.status !== 'completed' || outputs === null || typeof outputs !== 'object') return '';
  return renderKeyValues(
    Object.entries(outputs).map(([label, value]) => ({ label: forTerminalLine(label), value: shown(value) })),
    stream,
  );
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return forTerminal(text.length > SHOWN_OUTPUT ? `${text.slice(0, SHOWN_OUTPUT)}…` : text);
}
