import { formatDuration } from '../../base/text/format-duration.js';
import type { TimelineOutput } from '../../operations/session/outputs.js';
import { sessionTimeline } from '../../operations/session/session-timeline.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { bar } from '../render/bar.js';
import { statusColour } from '../render/status-colour.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import { namedSession } from './named-session.js';
import { renderStanding } from './standing.js';
import type { timeline } from './timeline.js';

type Estimate = TimelineOutput['total']['estimate'];

const BAR_CELLS = 30;
const HOUR = 3_600_000;

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof timeline>,
): Promise<number> {
  const output = await sessionTimeline(await context.open(), {
    session: namedSession(given.session, options.session),
  });
  context.print(
    output,
    (stream) => `${renderTimeline(output, stream)}\n${renderStanding(output.session, output.next, stream)}`,
  );
  return exitCode.done;
}

/** A bar a phase, all on one scale: the time spent, and below it what was estimated. */
export function renderTimeline({ phases, total }: TimelineOutput, stream: OutputStream): string {
  const style = styleFor(stream);
  const longest = Math.max(...phases.map(({ hours, estimate }) => Math.max(hours, upper(estimate))));
  const rows = phases.flatMap(({ phase, hours, estimate }) => {
    const spent = {
      name: phase,
      bar: bar(hours, longest, BAR_CELLS),
      says: formatDuration(hours * HOUR),
      phase,
    };
    if (estimate === null) return [spent];
    const estimated = {
      name: '',
      bar: bar(upper(estimate), longest, BAR_CELLS, '░'),
      says: estimateText(estimate),
      phase,
    };
    return [spent, estimated];
  });
  const table = renderTable(
    rows,
    [
      { header: 'Phase', cell: ({ name }) => name },
      {
        header: '',
        cell: (row) => row.bar,
        minWidth: BAR_CELLS,
        paint: (text, row) => statusColour(style, row.phase)(text),
      },
      {
        header: 'Time',
        cell: ({ says }) => says,
        paint: (text, row) => (row.name === '' ? style.dim(text) : text),
      },
    ],
    stream,
  );
  const estimated = total.estimate === null ? '' : style.dim(`, ${estimateText(total.estimate)}`);
  return `${table}\nIn all ${formatDuration(total.hours * HOUR)}${estimated}\n`;
}

function upper(estimate: Estimate): number {
  return estimate?.maxHours ?? estimate?.minHours ?? 0;
}

function estimateText(estimate: NonNullable<Estimate>): string {
  const { minHours, maxHours } = estimate;
  if (minHours === null || maxHours === null || minHours === maxHours)
    return `estimated ${maxHours ?? minHours} h`;
  return `estimated ${minHours}-${maxHours} h`;
}
