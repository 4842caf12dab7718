import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkSizes, chunksOf, gathered } from '../../../../test/fixtures/data-chunks.js';
import type { DelimiterName } from './data-format.js';
import { openData } from './open-data.js';

interface Options {
  readonly size?: number;
  readonly delimiter?: DelimiterName;
  readonly keepBadRows?: boolean;
}

const read = (data: string | Uint8Array, { size, ...options }: Options = {}) =>
  gathered(openData(chunksOf(data, size), { format: 'csv', name: 'rows.csv', ...options }));
const values = async (data: string, options?: Options) =>
  (await read(data, options)).map((row) => ('values' in row ? row.values : row.fault));

describe('a table', () => {
  it('has a row a line, under the names of its header', async () => {
    expect(await read('name, age\nAda,36\n\nAlan,41')).toEqual([
      { row: 1, values: { name: 'Ada', age: '36' } },
      { row: 2, values: { name: 'Alan', age: '41' } },
    ]);
    expect(openData(chunksOf(''), { format: 'csv', name: 'rows.csv' }).valuesAre).toBe('words');
  });

  it('may have any line ends, a byte order mark, and line ends within quotation marks', async () => {
    expect(await values('\ufeffa,b\r\n1,"x ""y""\r\nz"\r\n')).toEqual([{ a: '1', b: 'x "y"\r\nz' }]);
    expect(await values('a,b\n1,2\r\n3,4\n')).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
    expect(await values('a,b\r1,2\r')).toEqual([{ a: '1', b: '2' }]);
  });

  it('may have semicolons or tabs between its fields, found out or named', async () => {
    expect(await values('a;b\n1,5;2\n')).toEqual([{ a: '1,5', b: '2' }]);
    expect(await values('a\tb\n1,5;\t2\n')).toEqual([{ a: '1,5;', b: '2' }]);
    expect(await values('"a;b;c",d\n1,2\n')).toEqual([{ 'a;b;c': '1', d: '2' }]);
    expect(await values('a;b,c;d\n1;2\n', { delimiter: 'comma', keepBadRows: true })).toMatchObject([
      { code: 'DATA_UNREADABLE' },
    ]);
  });

  it('may have empty fields, names of any kind, and text that looks like code', async () => {
    const [row] = await values('__proto__,b,constructor\n,{{ 1 + 1 }},x\n');
    expect(Object.entries(row ?? {})).toEqual([
      ['__proto__', ''],
      ['b', '{{ 1 + 1 }}'],
      ['constructor', 'x'],
    ]);
  });

  it('is read as it was written, whatever is in its fields and wherever chunks end', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', ' ', '\t', '😀'),
    });
    const quoted = (fields: readonly string[]) =>
      fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field)), chunkSizes, async (rows, size) => {
        const table = `${['one,two', ...rows.map(quoted)].join('\r\n')}\r\n`;
        expect(await values(table, { size })).toEqual(rows.map(([one, two]) => ({ one, two })));
      }),
    );
  });
});

describe('a table that cannot be read', () => {
  it.each([
    ['a row with too few fields', 'a,b\n1,"x\ny"\n\n2\n', 'line 5: 1 field, and the header has 2.'],
    ['lines in fields, with ends of two characters', 'a,b\r\n1,"x\r\ny"\r\n1,2,3\r\n', 'line 4: 3 fields'],
    ['a row that begins on an earlier line', 'a,b\n1,2\n"x\ny\nz"\n', 'line 3: 1 field'],
    ['a mark that is not closed', 'a,b\r\n1,"x\r\ny"\r\n1,"2\r\n', 'line 4: a quotation mark is not closed'],
    [
      'a mark within a field',
      'a,b\r\n"\r\n",1\r\n5" pipe,2\r\n',
      'line 4: a quotation mark stands where none',
    ],
    ['text behind a closing mark', 'a,b\n"x"y,2\n', 'line 2: a quotation mark stands where none may stand.'],
    ['a column that is named twice', 'a,b,a\n1,2,3\n', 'line 1: the header names "a" twice.'],
    ['a column without a name', 'a,,b\n1,2,3\n', 'line 1: column 2 of the header has no name.'],
    ['nothing', '', 'line 1: there is nothing.'],
  ])('because of %s is refused with the line', async (_why, table, message) => {
    await expect(read(table)).rejects.toThrow(`"rows.csv", ${message}`);
  });

  it('because a row never ends is refused before it fills the memory', async () => {
    const table = `a,b\n1,2\n3,"${'lorem ipsum\n'.repeat(1_000_000)}`;
    await expect(read(table)).rejects.toThrow('line 3: the row that begins here is longer than 10 MB.');
  });

  it('in one row only may keep it as a fault', async () => {
    expect(await values('a,b\n1,2\n3\n4,5\n', { keepBadRows: true })).toEqual([
      { a: '1', b: '2' },
      { code: 'DATA_UNREADABLE', message: '"rows.csv", line 3: 1 field, and the header has 2.' },
      { a: '4', b: '5' },
    ]);
  });
});
