import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { memoryStreams } from '../streams.js';
import { type Column, renderTable } from './table.js';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly tokens: number;
}

const columns: readonly Column<Row>[] = [
  { header: 'Id', cell: ({ id }) => id },
  { header: 'Title', cell: ({ title }) => title, flexible: true, minWidth: 8 },
  { header: 'Tokens', cell: ({ tokens }) => String(tokens), align: 'right' },
];
const rows: readonly Row[] = [
  { id: 's1', title: 'Add a dark mode that follows the system', tokens: 1240 },
  { id: 's22', title: '検索を速くする', tokens: 7 },
];

const pipe = memoryStreams().stdout;
const terminal = (width: number, colour = false) =>
  memoryStreams({ terminal: true, columns: width, colour }).stdout;

describe('renderTable', () => {
  it('aligns columns, wide characters included, and cuts nothing off a terminal', () => {
    expect(renderTable(rows, columns, pipe)).toBe(
      [
        'Id   Title                                    Tokens',
        's1   Add a dark mode that follows the system    1240',
        's22  検索を速くする                                7',
        '',
      ].join('\n'),
    );
  });

  it('cuts the flexible column so that every row fits the terminal', () => {
    const table = renderTable(rows, columns, terminal(30));
    expect(table).toContain('s1   Add a dark mode…     1240');
    for (const line of table.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(30);
  });

  it('keeps the minimum width when the terminal is too narrow', () => {
    expect(renderTable(rows, columns, terminal(10))).toContain('s1   Add a d…    1240');
  });

  it('never ends a line with a space', () => {
    const sparse: readonly Column<Row>[] = [columns[0], { header: 'Note', cell: () => '' }].filter(
      (column) => column !== undefined,
    );
    expect(renderTable(rows, sparse, pipe)).toBe('Id   Note\ns1\ns22\n');
  });

  it('leaves a gap where a cell is empty', () => {
    const table = renderTable([{ id: 'x', title: '', tokens: 5 }], columns, pipe);
    expect(table).toBe('Id  Title     Tokens\nx                  5\n');
  });

  it('paints finished cells, which keeps the alignment', () => {
    const painted = columns.map((column) => ({
      ...column,
      paint: (text: string) => `\u001b[32m${text}\u001b[39m`,
    }));
    const plainLook = (text: string) => text.replaceAll(/\u001b\[\d+m/g, '');
    expect(plainLook(renderTable(rows, painted, terminal(30, true)))).toBe(
      renderTable(rows, columns, terminal(30)),
    );
  });

  it('keeps every row on one line and without control sequences', () => {
    const nasty = [{ id: 'a\nb', title: '\u001b]0;owned\u0007\u001b[2Jclear', tokens: 1 }];
    expect(renderTable(nasty, columns, pipe)).toBe('Id   Title     Tokens\na b  clear          1\n');
  });

  it('is nothing without rows', () => {
    expect(renderTable([], columns, pipe)).toBe('');
  });
});
