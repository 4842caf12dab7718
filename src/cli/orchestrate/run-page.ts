import { formatDollars } from '../../base/text/format-dollars.js';
import { formatDuration } from '../../base/text/format-duration.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { RunOutput, RunStepView } from '../../operations/session/run/run-outputs.js';
import { problemLines } from '../render/problem-lines.js';
import { type Style, styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { renderEvidence, renderGate } from './gate-page.js';
import { secretLines } from './session-page.js';
import { renderStanding } from './standing.js';

/** How a run went, what waits, and how it goes on. */
export function renderRun(output: RunOutput, now: Date, stream: OutputStream): string {
  return [
    stepTable(output.steps, now, stream),
    output.gate === null ? '' : renderGate(output.gate, stream),
    output.evidence === null ? '' : renderEvidence(output.evidence, stream),
    problemLines(output.run.problem, output.hint, stream),
    secretLines(output.secrets, stream),
    output.steps.length === 0 ? '' : `${costText(output.cost)}\n`,
    renderStanding(output.session, output.next, stream),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

const looks: Readonly<Record<RunStepView['status'], { readonly mark: string; readonly look: keyof Style }>> =
  {
    started: { mark: '▸', look: 'cyan' },
    done: { mark: '✓', look: 'green' },
    failed: { mark: '✗', look: 'red' },
    stale: { mark: '↻', look: 'yellow' },
  };

function stepTable(steps: readonly RunStepView[], now: Date, stream: OutputStream): string {
  const style = styleFor(stream);
  return renderTable(
    steps,
    [
      {
        header: 'Step',
        cell: ({ status, step, part }) => `${looks[status].mark} ${step}${part === null ? '' : ` ${part}`}`,
        paint: (text, { status }) => style[looks[status].look](text),
      },
      { header: 'Try', align: 'right', cell: ({ attempt }) => String(attempt) },
      { header: 'Took', align: 'right', cell: tookOf, paint: style.dim },
      {
        header: 'Cost',
        align: 'right',
        cell: ({ cost }) => (cost === null ? 'unknown' : formatDollars(cost)),
      },
      { header: 'When', cell: ({ startedAt }) => relativeTime(startedAt, now), paint: style.dim },
      { header: 'Remark', cell: remarkOf, flexible: true, minWidth: 12, paint: style.dim },
    ],
    stream,
  );
}

function tookOf({ startedAt, finishedAt }: RunStepView): string {
  return finishedAt === null ? '' : formatDuration(finishedAt.getTime() - startedAt.getTime());
}

function remarkOf({ gate, verified, missing, problem }: RunStepView): string {
  const comment = gate?.comment ? `: ${gate.comment}` : '';
  const remarks = [
    gate === null ? '' : `${gate.decision === 'pending' ? 'waits for approval' : gate.decision}${comment}`,
    verified === null ? '' : verified ? 'tests pass' : 'tests do not pass',
    missing.length === 0 ? '' : `${missing.length} named but not there`,
    problem?.message ?? '',
  ];
  return forTerminalLine(remarks.filter((remark) => remark !== '').join('; '));
}

function costText(cost: number | null): string {
  return cost === null
    ? 'What it cost altogether is not known.'
    : `It cost ${formatDollars(cost)} altogether.`;
}
