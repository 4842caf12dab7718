import { formatDuration } from '../../base/text/format-duration.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { ExecutionStatsOutput } from '../../operations/execution/outputs.js';
import { costText } from '../render/cost.js';
import { sentence } from '../render/next-line.js';
import { shortCount } from '../render/short-count.js';
import { styleFor } from '../render/style.js';
import { type Column, renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

type Row = ExecutionStatsOutput['groups'][number];

const headers: Readonly<Record<ExecutionStatsOutput['by'], string>> = {
  all: '',
  model: 'Model',
  prompt: 'Prompt',
  day: 'Day',
  project: 'Project',
  status: 'Status',
  session: 'Session',
};

/** What those are called that have nothing in common with the others. */
const nameless: Readonly<Record<ExecutionStatsOutput['by'], string>> = {
  all: 'all',
  model: '(pasted)',
  prompt: '(no prompt)',
  day: '',
  project: '(no project)',
  status: '',
  session: '(no session)',
};

/** Figures as a table, a line for all of them at its end. */
export function renderStats({ by, groups, total }: ExecutionStatsOutput, stream: OutputStream): string {
  const { bold } = styleFor(stream);
  const all: Row = { key: 'all', ...total };
  const rows = groups.length > 1 ? [...groups, all] : groups;
  const table = renderTable(
    rows,
    [
      {
        header: headers[by],
        cell: ({ key }) => key ?? nameless[by],
        flexible: true,
        minWidth: 10,
        paint: (text, row) => (row === all ? bold(text) : text),
      },
      { header: 'Runs', align: 'right', cell: ({ executions }) => groupThousands(executions) },
      { header: 'OK', align: 'right', cell: ({ successRate }) => share(successRate) },
      ...(total.cached === 0 ? [] : [cachedColumn]),
      { header: 'In', align: 'right', cell: ({ inputTokens }) => tokens(inputTokens) },
      { header: 'Out', align: 'right', cell: ({ outputTokens }) => tokens(outputTokens) },
      { header: 'Cost', align: 'right', cell: spent },
      { header: 'p50', align: 'right', cell: ({ latencyP50Ms }) => span(latencyP50Ms) },
      { header: 'p95', align: 'right', cell: ({ latencyP95Ms }) => span(latencyP95Ms) },
    ],
    stream,
  );
  return table + notes(total, stream);
}

const cachedColumn: Column<Row> = {
  header: 'Cached',
  align: 'right',
  cell: ({ cached }) => (cached === 0 ? '' : groupThousands(cached)),
};

/** What some have cost, and more that nobody knows. */
function spent({ cost, unknownCost }: Row): string {
  if (unknownCost === 0) return costText(cost, '');
  return cost === 0 ? '?' : `${costText(cost, '')} + ?`;
}

/** Agents and pasted answers often do not tell. */
function tokens(count: number | null): string {
  return count === null ? '?' : shortCount(count);
}

function share(rate: number | null): string {
  return rate === null ? '' : `${Math.floor(rate * 100)}%`;
}

function span(milliseconds: number | null): string {
  return milliseconds === null ? '' : formatDuration(milliseconds);
}

function notes({ unknownCost, running }: ExecutionStatsOutput['total'], stream: OutputStream): string {
  const unknown =
    unknownCost === 0
      ? []
      : [`Of ${groupThousands(unknownCost)} nobody knows the cost; it is not in the sums.`];
  const open = running === 0 ? [] : [`${groupThousands(running)} are said to be running.`];
  return [...unknown, ...open].map((note) => sentence(note, stream)).join('');
}
