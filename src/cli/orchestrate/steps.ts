import type { StatusOutput } from '../../operations/session/outputs.js';
import type { PartView, StepView } from '../../operations/session/view-shapes.js';
import { planningSections } from '../../operations/session/vocabulary.js';
import { type Style, styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';

const marks: Readonly<Record<StepView['state'], { readonly mark: string; readonly look: keyof Style }>> = {
  done: { mark: '✓', look: 'green' },
  due: { mark: '▸', look: 'cyan' },
  incomplete: { mark: '◐', look: 'yellow' },
  stale: { mark: '↻', look: 'yellow' },
  blocked: { mark: '·', look: 'dim' },
  open: { mark: '·', look: 'dim' },
  closed: { mark: '·', look: 'dim' },
  skipped: { mark: '–', look: 'dim' },
};

/** The six steps, each with its state and why it waits. */
export function renderSteps(
  steps: readonly StepView[],
  missing: StatusOutput['missing'],
  now: Date,
  stream: OutputStream,
): string {
  const style = styleFor(stream);
  return renderTable(
    steps,
    [
      {
        header: 'Step',
        cell: ({ step, state }) => `${marks[state].mark} ${step}`,
        paint: (text, { state }) => style[marks[state].look](text),
      },
      {
        header: 'State',
        cell: ({ state }) => state,
        paint: (text, { state }) => style[marks[state].look](text),
      },
      { header: 'When', cell: ({ at }) => (at === null ? '' : relativeTime(at, now)), paint: style.dim },
      {
        header: 'Remark',
        cell: (step) => remark(step, missing),
        flexible: true,
        minWidth: 16,
        paint: style.dim,
      },
    ],
    stream,
  );
}

function remark(
  { state, step, blockedBy, attempts, rejected }: StepView,
  missing: StatusOutput['missing'],
): string {
  const parts = [
    state === 'blocked' && blockedBy !== null ? `waits for ${blockedBy}` : '',
    state === 'stale' ? 'a step before it was done again' : '',
    state === 'incomplete' ? lack(step, missing) : '',
    attempts > 1 && step !== 'plan' ? `${attempts} attempts` : '',
    rejected > 0 ? `${rejected} rejected` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function lack(step: StepView['step'], missing: StatusOutput['missing']): string {
  return step === 'process' ? `lacks ${missing.map(nameOf).join(' and ')}` : 'parts are left';
}

function nameOf(key: StatusOutput['missing'][number]): string {
  return planningSections.find((section) => section.key === key)?.name ?? key;
}

const partMarks = {
  done: { mark: '✓', look: 'green' },
  issued: { mark: '▸', look: 'cyan' },
  open: { mark: '·', look: 'dim' },
} as const;

/** The parts of an implementation, each with its state; nothing when it is done in one piece. */
export function renderParts(parts: readonly PartView[], stream: OutputStream): string {
  if (parts.length === 0) return '';
  const style = styleFor(stream);
  const done = parts.filter(({ state }) => state === 'done').length;
  return renderTable(
    parts,
    [
      {
        header: 'Part',
        cell: ({ number, state }) => `${partMarks[state].mark} ${number}`,
        paint: (text, { state }) => style[partMarks[state].look](text),
      },
      { header: `${done}/${parts.length} done`, cell: ({ title }) => title, flexible: true, minWidth: 16 },
    ],
    stream,
  );
}
