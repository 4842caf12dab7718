import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkSizes, chunksOf, gathered } from '../../../../test/fixtures/data-chunks.js';
import { openData } from './open-data.js';

type Format = 'json' | 'jsonl';

interface Options {
  readonly size?: number;
  readonly keepBadRows?: boolean;
}

const read = (format: Format, data: string, { size, ...options }: Options = {}) =>
  gathered(openData(chunksOf(data, size), { format, name: `rows.${format}`, ...options }));

const written: Readonly<Record<Format, (values: readonly unknown[]) => string>> = {
  json: (values) => JSON.stringify(values, null, 2),
  jsonl: (values) => values.map((value) => JSON.stringify(value)).join('\r\n'),
};

describe.each(['json', 'jsonl'] as const)('data in %s', (format) => {
  it('has a row an object, each as it was written, wherever chunks end', async () => {
    const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false })));
    await fc.assert(
      fc.asyncProperty(rows, chunkSizes, async (given, size) => {
        const text = written[format](given).toWellFormed();
        const expected = JSON.parse(JSON.stringify(given).toWellFormed());
        const found = await read(format, `\ufeff${text}\n`, { size });
        expect(found).toEqual(expected.map((values: unknown, at: number) => ({ row: at + 1, values })));
      }),
    );
  });

  it('takes a key of any name, and text that looks like code or like structure', async () => {
    const [row] = await read(
      format,
      written[format]([JSON.parse('{"__proto__":1,"b":"]},{{ 1 }}\\\\\\""}')]),
    );
    expect(row && 'values' in row && Object.entries(row.values)).toEqual([
      ['__proto__', 1],
      ['b', ']},{{ 1 }}\\"'],
    ]);
  });

  it('refuses a row that is no object, or has a number that would change', async () => {
    const message = (value: unknown) => read(format, written[format]([{}, value])).catch(String);
    expect(await message('Ada')).toContain('line 2: a row is an object, and this is a text.'.slice(8));
    expect(await message([1])).toContain('this is a list.');
    expect(await message(null)).toContain('this is null.');
    const large = written[format]([{ id: 1 }]).replace('1', '12345678901234567');
    await expect(read(format, large)).rejects.toThrow(
      'number 12345678901234567 cannot be kept digit by digit.',
    );
    const kept = written[format]([{ id: '12345678901234567', at: 9007199254740992, x: 0.1234567890123456 }]);
    expect(await read(format, kept)).toHaveLength(1);
  });

  it('refuses a row that never ends before it fills the memory', async () => {
    const open = `${format === 'json' ? '[\n' : '\n'}{"a":"${'lorem ipsum '.repeat(1_000_000)}`;
    await expect(read(format, open)).rejects.toThrow('the row that begins here is longer than 10 MB.');
  });

  it('may keep a row that alone cannot be read as a fault', async () => {
    const rows = await read(format, written[format]([{ a: 1 }, 2, { a: 3 }]), { keepBadRows: true });
    expect(rows).toEqual([
      { row: 1, values: { a: 1 } },
      { row: 2, fault: { code: 'DATA_UNREADABLE', message: expect.stringContaining('this is a number.') } },
      { row: 3, values: { a: 3 } },
    ]);
  });
});

describe('JSON lines', () => {
  it('are refused with the line that is none; blank lines count', async () => {
    await expect(read('jsonl', '{"a":1}\n\n{"a":\n')).rejects.toThrow(
      '"rows.jsonl", line 3: this is no JSON.',
    );
  });
});

describe('a JSON array', () => {
  it('may be empty', async () => {
    expect(await read('json', ' [ ] \n')).toEqual([]);
  });

  it.each([
    ['an object', '{"a":1}', 'line 1: data in JSON is an array of objects, and this is something else.'],
    ['a word', '\ntrue', 'line 2: data in JSON is an array'],
    ['an array behind something', '1[{}]', 'line 1: data in JSON is an array'],
    ['nothing', ' ', 'line 1: there is nothing.'],
    ['an array without an end', '[{},\n{"a":1}\n', 'the array has no end.'],
    ['an array in an open string', '[{"a":"b]', 'the array has no end.'],
    ['two arrays', '[{}]\n[{}]', 'line 2: something comes behind the array.'],
    ['an array and a word', '[{}]\n\nx', 'line 3: something comes behind the array.'],
    ['a comma too many', '[{},\n]', 'line 2: this is no JSON.'],
    ['a comma missing', '[{}\n{}]', 'line 1: this is no JSON.'],
    ['a bracket too many', '[{"a":1]]', 'no JSON'],
    ['a brace for a bracket', '[{"a":[1}}]', 'no JSON'],
    ['a row on a later line', '[\n  {"a":1},\n\n  {"a" 2}\n]', 'line 4: this is no JSON.'],
  ])('that is %s is refused with the line', async (_what, text, message) => {
    for (const size of [1, 3, 100]) await expect(read('json', text, { size })).rejects.toThrow(message);
  });
});
