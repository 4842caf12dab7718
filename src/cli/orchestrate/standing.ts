import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { SessionView } from '../../operations/session/view-shapes.js';
import type { CommandContext } from '../command-context.js';
import { statusColour } from '../render/status-colour.js';
import { styleFor } from '../render/style.js';
import { truncate } from '../render/truncate.js';
import { wrap } from '../render/wrap.js';
import type { OutputStream } from '../streams.js';

/** Where a session stands and how it goes on: the end of every command that moves one. */
export function renderStanding(session: SessionView, next: string, stream: OutputStream): string {
  const { bold, dim } = styleFor(stream);
  return `${headline(session, stream)}\n${standing(session, stream)}\n${dim('Next:')} ${bold(next)}\n`;
}

function standing({ status, step, stale }: SessionView, stream: OutputStream): string {
  const style = styleFor(stream);
  const due = step === null ? '' : style.dim(` · next step ${step}`);
  const old = stale.length === 0 ? '' : style.yellow(` · stale: ${stale.join(', ')}`);
  const line = `${statusColour(style, status)(status)}${due}${old}`;
  return stream.isTerminal ? wrap(line, stream.columns) : line;
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
