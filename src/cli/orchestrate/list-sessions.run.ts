import { inSamePlace } from '../../operations/same-place.js';
import { listSessions } from '../../operations/session/list-sessions.js';
import type { ListOutput } from '../../operations/session/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { countText, morePages } from '../render/more-pages.js';
import { nextLine } from '../render/next-line.js';
import { statusColour } from '../render/status-colour.js';
import { type Paint, styleFor } from '../render/style.js';
import { type Column, renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import type { listSessions as command } from './list-sessions.js';

type SessionRow = ListOutput['sessions'][number];
type Status = SessionRow['status'];

const statusOrder: readonly Status[] = ['implementation', 'analysis', 'planning', 'completed', 'cancelled'];

export async function run(context: CommandContext, { options }: InputOf<typeof command>): Promise<number> {
  const deps = await context.open();
  const output = await listSessions(deps, {
    project: context.common.project,
    status: options.status,
    featureType: options.type,
    since: options.since,
    limit: options.limit,
    sort: options.sort,
    cursor: options.cursor,
  });
  const filtered = [options.status, options.type, options.since, context.common.project].some(
    (value) => value !== undefined,
  );
  context.print(output, (stream) => {
    if (output.total === 0) {
      const [said, command] = filtered
        ? ['No session is like this.', 'prompt-runner orchestrate list-sessions']
        : ['No sessions.', 'prompt-runner orchestrate plan "Add password reset by mail"'];
      return `${said}\n${nextLine(inSamePlace(deps, { next: command }).next, stream)}`;
    }
    return renderList(output, deps.config.values.actor, context.now, stream);
  });
  return exitCode.done;
}

/** The sessions by status, those that are worked on first. */
export function renderList(output: ListOutput, actor: string, now: Date, stream: OutputStream): string {
  const { sessions, counts, uncounted, cursor } = output;
  const style = styleFor(stream);
  const groups = statusOrder.map((status) => ({
    status,
    rows: sessions.filter((session) => session.status === status),
  }));
  const shownColumns = columns(sessions, actor, now, style.dim);
  const tables = groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ status, rows }) => {
      const heading = statusColour(
        style,
        status,
      )(style.bold(`${status} (${countText(counts[status], !uncounted.includes(status))})`));
      return `${heading}\n${renderTable(rows, shownColumns, stream)}`;
    });
  const more = morePages(sessions.length, output, 'sessions', cursor);
  return [...tables, more].filter((part) => part !== '').join('\n');
}

const project: Column<SessionRow> = {
  header: 'Project',
  cell: (session) => session.project?.name ?? '',
  flexible: true,
  minWidth: 7,
};

const owner: Column<SessionRow> = {
  header: 'Owner',
  cell: ({ createdBy }) => createdBy,
  flexible: true,
  minWidth: 6,
};

const mover: Column<SessionRow> = {
  header: 'By',
  cell: ({ movedBy }) => movedBy ?? '',
  flexible: true,
  minWidth: 6,
};

function columns(
  sessions: readonly SessionRow[],
  actor: string,
  now: Date,
  dim: Paint,
): Column<SessionRow>[] {
  const time = (header: string, timeOf: (session: SessionRow) => Date): Column<SessionRow> => ({
    header,
    cell: (session) => relativeTime(timeOf(session), now),
    paint: dim,
  });
  const inProjects = sessions.some((session) => session.project !== null);
  const ofOthers = sessions.some(({ createdBy }) => createdBy !== actor);
  const movedByOthers = sessions.some(({ createdBy, movedBy }) => movedBy !== null && movedBy !== createdBy);
  return [
    { header: 'Session', cell: ({ id }) => id },
    { header: 'Title', cell: ({ title }) => title, flexible: true, minWidth: 12 },
    { header: 'Next step', cell: ({ step }) => step ?? '' },
    ...(inProjects ? [project] : []),
    ...(ofOthers ? [owner] : []),
    // Who works on what says more than when it was begun, and there is no room for both.
    ...(ofOthers || movedByOthers ? [] : [time('Created', ({ createdAt }) => createdAt)]),
    time('Updated', ({ updatedAt }) => updatedAt),
    ...(movedByOthers ? [mover] : []),
  ];
}
