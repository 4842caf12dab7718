import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import { systemClock } from '../../base/clock.js';
import type { Store } from '../store.js';
import { capabilitiesOf, type FoundColumns } from './capabilities.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore(systemClock);
});
afterEach(() => store.close());

/** Columns of rows that stand in the query, in their order. */
function columnsOf(rows: readonly (readonly [text: string, ...numbers: number[]])[]): Promise<FoundColumns> {
  const numbers = rows[0]?.slice(1).map((_, at) => `column${at + 2}`) ?? ['column2'];
  const lines = rows.map((row) => sql`(${sql.join(row.map((value) => literal(value)))})`);
  const values =
    rows.length === 0 ? sql`select 'a' as column1, 1 as column2 where 1 = 0` : sql`values ${sql.join(lines)}`;
  return capabilitiesOf(store.database).columns(store.database, { query: values, text: 'column1', numbers });
}

const literal = (value: string | number) =>
  typeof value === 'string' ? sql.lit(value) : sql.raw(`${value}`);

it('has the numbers as they are', async () => {
  const found = await columnsOf([
    ['a', 1, 0.1],
    ['a', 2, -1e-300],
    ['b', -3, 1.7976931348623157e308],
  ]);
  expect(found.numbers).toEqual([
    Float64Array.of(1, 2, -3),
    Float64Array.of(0.1, -1e-300, 1.7976931348623157e308),
  ]);
});

it('numbers the runs of equal texts, whatever they have in common with those before', async () => {
  const texts = [
    '',
    '',
    '1',
    '12',
    '2',
    '21',
    '21',
    '12',
    'ä',
    'a\u0308',
    '漢',
    '漢字',
    '漢字',
    '🎉',
    '\n',
    "o'clock",
  ];
  const { runs } = await columnsOf(texts.map((text) => [text, 0] as const));
  expect([...runs]).toEqual([1, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 10, 11, 12, 13]);
});

it('has nothing of no rows', async () => {
  const { runs, numbers } = await columnsOf([]);
  expect([runs.length, ...numbers.map((column) => column.length)]).toEqual([0, 0]);
});

it('has all of more rows than the first room is for', async () => {
  const many = Array.from({ length: 5000 }, (_, at) => [`text ${Math.floor(at / 2)}`, at] as const);
  const { runs, numbers } = await columnsOf(many);
  expect([runs.length, runs.at(-1), numbers[0]?.at(-1)]).toEqual([5000, 2500, 4999]);
});
