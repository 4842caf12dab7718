import type { EventView, HistoryOutput } from '../../operations/session/outputs.js';
import { sessionHistory } from '../../operations/session/session-history.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderDifference } from '../render/difference.js';
import { statusColour } from '../render/status-colour.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { attemptTable } from './attempt-table.js';
import type { history } from './history.js';
import { namedSession } from './named-session.js';
import { renderStanding } from './standing.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof history>,
): Promise<number> {
  const output = await sessionHistory(await context.open(), {
    session: namedSession(given.session, options.session),
    limit: options.limit,
    cursor: options.cursor,
  });
  context.print(output, (stream) =>
    [
      revisions(output, context.now, stream),
      eventTable(output.events, context.now, stream),
      attemptTable(output.attempts, context.now, stream),
      output.cursor === null ? '' : `There is more. The next page:\n--cursor ${output.cursor}\n`,
      renderStanding(output.session, output.next, stream),
    ]
      .filter((block) => block !== '')
      .join('\n'),
  );
  return exitCode.done;
}

/** What each revision changed; nothing while there is only the first. */
function revisions({ requests }: HistoryOutput, now: Date, stream: OutputStream): string {
  const { bold, dim } = styleFor(stream);
  return requests
    .flatMap(({ number, at, actor, difference, current }) => {
      if (difference === null) return [];
      const taken = current ? '' : dim(' (not the present one)');
      const heading = `${bold(`Revision ${number}`)} ${dim(`${relativeTime(at, now)} by ${actor}`)}${taken}`;
      return [`${heading}\n${renderDifference(difference, stream)}`];
    })
    .join('\n');
}

function eventTable(events: readonly EventView[], now: Date, stream: OutputStream): string {
  const style = styleFor(stream);
  return renderTable(
    events,
    [
      { header: 'Event', align: 'right', cell: ({ number }) => String(number) },
      { header: 'What', cell: what, flexible: true, minWidth: 12 },
      {
        header: 'Status then',
        cell: ({ status }) => status,
        paint: (text, { status }) => statusColour(style, status)(text),
      },
      { header: 'When', cell: ({ at }) => relativeTime(at, now), paint: style.dim },
      { header: 'Who', cell: ({ actor }) => actor, flexible: true, minWidth: 4, paint: style.dim },
    ],
    stream,
  );
}

function what({ kind, step, undoes }: EventView): string {
  const about = step === null ? kind : `${step} (${kind})`;
  return undoes === null ? about : `${about}, event ${undoes}`;
}
