import { expect, it } from 'vitest';
import { dataFormat } from './data-format.js';

it('tells a format by what was said, else by the name', () => {
  expect(dataFormat('Rows.CSV', undefined)).toBe('csv');
  expect(dataFormat('rows.tsv', undefined)).toBe('csv');
  expect(dataFormat('rows.ndjson', undefined)).toBe('jsonl');
  expect(dataFormat('rows.csv', 'json')).toBe('json');
  expect(() => dataFormat('rows.xlsx', undefined)).toThrow(
    '"rows.xlsx" does not tell how the data is written.',
  );
});
