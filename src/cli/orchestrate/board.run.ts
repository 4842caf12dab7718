import stringWidth from 'fast-string-width';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import { listSessions } from '../../operations/session/list-sessions.js';
import type { ListOutput } from '../../operations/session/outputs.js';
import { phases } from '../../operations/session/vocabulary.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { countText } from '../render/more-pages.js';
import { statusColour } from '../render/status-colour.js';
import { type Paint, type Style, styleFor } from '../render/style.js';
import { truncate } from '../render/truncate.js';
import type { OutputStream } from '../streams.js';
import type { board } from './board.js';

const CARDS = 8;
/** Enough for every open session that a board could show. */
const LOADED = 1000;
const WIDTH_WITHOUT_TERMINAL = 100;

type Card = ListOutput['sessions'][number];

export async function run(context: CommandContext, { options }: InputOf<typeof board>): Promise<number> {
  const deps = await context.open();
  const output = await listSessions(deps, {
    project: context.common.project,
    featureType: options.type,
    limit: LOADED,
  });
  context.print(output, (stream) => renderBoard(output, options.limit ?? CARDS, stream));
  return exitCode.done;
}

/**
 * The open sessions in columns, those that moved last on top.
 * @param most cards in a column; what is beyond is counted
 */
export function renderBoard(output: ListOutput, most: number, stream: OutputStream): string {
  const { sessions, counts, uncounted } = output;
  const countIn = (status: Card['status']) => countText(counts[status], !uncounted.includes(status));
  const style = styleFor(stream);
  const width = Math.floor(
    ((stream.isTerminal ? stream.columns : WIDTH_WITHOUT_TERMINAL) - 4) / phases.length,
  );
  const columns = phases.map((phase) =>
    column(
      phase,
      sessions.filter(({ status }) => status === phase),
      { count: counts[phase], countText: countIn(phase) },
      { most, width, style },
    ),
  );
  const height = Math.max(...columns.map((lines) => lines.length));
  const rows = Array.from({ length: height }, (_, at) =>
    columns.map((lines) => lines[at] ?? blank(width)).join('  '),
  );
  const closed = style.dim(`${countIn('completed')} completed, ${countIn('cancelled')} cancelled`);
  return `${rows.map((row) => `${row.trimEnd()}\n`).join('')}\n${closed}\n`;
}

interface Frame {
  readonly most: number;
  readonly width: number;
  readonly style: Style;
}

function column(
  phase: Card['status'],
  cards: readonly Card[],
  { count, countText: all }: { readonly count: number; readonly countText: string },
  { most, width, style }: Frame,
): string[] {
  const paint = statusColour(style, phase);
  const cell = (text: string, look: Paint) => look(filled(text, width));
  const shown = cards
    .slice(0, most)
    .flatMap(({ id, title, step, complexity }) => [
      cell(forTerminalLine(title), style.bold),
      cell([id.slice(0, 7), step, complexity].filter(Boolean).join(' · '), style.dim),
      blank(width),
    ]);
  const rest = count - Math.min(cards.length, most);
  return [
    cell(`${phase} (${all})`, paint),
    cell('─'.repeat(width), paint),
    ...shown,
    ...(rest > 0 ? [cell(`and ${rest} more`, style.dim)] : []),
  ];
}

function filled(text: string, width: number): string {
  const cut = truncate(text, width);
  return cut + ' '.repeat(width - stringWidth(cut));
}

function blank(width: number): string {
  return ' '.repeat(width);
}
