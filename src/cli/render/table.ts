import stringWidth from 'fast-string-width';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { type ColumnNeed, columnWidths } from './column-widths.js';
import { type Paint, styleFor } from './style.js';
import { truncate } from './truncate.js';

/** One column of a table whose rows are of the type `Row`. */
export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** The fewest cells it is given; the header's width unless said otherwise. */
  readonly minWidth?: number;
  /** Its cells are cut with "…" when a row would be wider than the terminal. */
  readonly flexible?: boolean;
  /** Put on the finished cell, so that colour cannot disturb the alignment. */
  readonly paint?: (text: string, row: Row) => string;
}

/**
 * A table without borders: one line for the headers, one for each row, each ended by a line feed and none
 * by a space. Nothing at all without rows. Off a terminal, nothing is cut.
 *
 * @example
 * stdout.write(renderTable(sessions, [
 *   { header: 'Session', cell: (session) => session.id },
 *   { header: 'Request', cell: (session) => session.request, flexible: true, minWidth: 12 },
 * ], stdout));
 */
export function renderTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  stream: OutputStream,
): string {
  if (rows.length === 0) return '';
  const { bold } = styleFor(stream);
  const header = columns.map((column): Cell => ({ text: column.header, paint: bold }));
  const body = rows.map((row) => columns.map((column) => cellOf(column, row)));
  const needs = columns.map((column, at) => needOf(column, [header, ...body], at));
  const available = stream.isTerminal
    ? stream.columns - GAP.length * (columns.length - 1)
    : Number.POSITIVE_INFINITY;
  const widths = columnWidths(needs, available);
  return [header, ...body].map((cells) => line(cells, columns, widths)).join('');
}

const GAP = '  ';

interface Cell {
  readonly text: string;
  readonly paint: Paint;
}

function cellOf<Row>({ cell, paint }: Column<Row>, row: Row): Cell {
  return { text: forTerminalLine(cell(row)), paint: (text) => paint?.(text, row) ?? text };
}

function needOf<Row>(column: Column<Row>, rows: readonly (readonly Cell[])[], at: number): ColumnNeed {
  const least = column.minWidth ?? stringWidth(column.header);
  const natural = rows.reduce((widest, cells) => Math.max(widest, stringWidth(cells[at]?.text ?? '')), least);
  return { natural, least: column.flexible ? least : natural };
}

function line<Row>(
  cells: readonly Cell[],
  columns: readonly Column<Row>[],
  widths: readonly number[],
): string {
  const last = cells.findLastIndex(({ text }) => text !== '');
  const shown = cells.slice(0, last + 1).map(({ text, paint }, at) => {
    const width = widths[at] ?? 0;
    const cut = truncate(text, width);
    const padding = ' '.repeat(width - stringWidth(cut));
    if (columns[at]?.align === 'right') return padding + paint(cut);
    return at === last ? paint(cut) : paint(cut) + padding;
  });
  return `${shown.join(GAP)}\n`;
}
