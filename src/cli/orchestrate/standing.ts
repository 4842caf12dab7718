import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { SessionView } from '../../operations/session/outputs.js';
import type { CommandContext } from '../command-context.js';
import { statusColour } from '../render/status-colour.js';
import { styleFor } from '../render/style.js';
import { truncate } from '../render/truncate.js';
import type { OutputStream } from '../streams.js';

/** Where a session stands and how it goes on: the end of every command that moves one. */
export function renderStanding(session: SessionView, next: string, stream: OutputStream): string {
  const { bold, dim, yellow } = styleFor(stream);
  const due = session.step === null ? '' : dim(` · next step ${session.step}`);
  const stale = session.stale.length === 0 ? '' : yellow(` · stale: ${session.stale.join(', ')}`);
  return [
    headline(session, stream),
    `${statusColour(styleFor(stream), session.status)(session.status)}${due}${stale}`,
    `${dim('Next:')} ${bold(next)}`,
    '',
  ].join('\n');
}

/** @example headline(session, stream) === 's7k2m9x0qwert  Add password reset by mail' */
export function headline(session: Pick<SessionView, 'id' | 'title'>, stream: OutputStream): string {
  const { bold } = styleFor(stream);
  const title = forTerminalLine(session.title);
  const room = stream.isTerminal ? stream.columns - session.id.length - 2 : Number.POSITIVE_INFINITY;
  return `${bold(session.id)}  ${truncate(title, room)}`;
}

export function noteStanding(context: CommandContext, session: SessionView, next: string): void {
  context.note(renderStanding(session, next, context.streams.stderr));
}
