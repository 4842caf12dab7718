import { expect, it } from 'vitest';
import { changeText } from './change-text.js';

it.each<[string, unknown, unknown, string]>([
  ['texts', 'ada', 'bob', 'ada → bob'],
  ['what is new', null, 30_000, '– → 30000'],
  ['what is gone', false, null, 'false → –'],
  ['lists', ['production'], [], 'production → []'],
  [
    'the members of objects that differ',
    { version: 1, by: 'ada' },
    { version: 2, by: 'ada' },
    'version 1 → 2',
  ],
  ['members that are new or gone', { a: 1, b: null }, { b: 2 }, 'a 1 → –, b – → 2'],
  ['members called as those of all objects', {}, JSON.parse('{"toString": 1}'), 'toString – → 1'],
  [
    'an object that is new',
    null,
    { name: 'greet', tags: ['a', 'b'], kind: null },
    '– → name greet, tags a, b',
  ],
  ['an object within', { in: { a: 1 } }, { in: { a: 2 } }, 'in a 1 → a 2'],
  ['objects that are alike', { a: [1] }, { a: [1] }, ''],
  ['a text in place of an object', { a: 1 }, 'b', 'a 1 → b'],
])('shows %s', (_, before, after, expected) => {
  expect(changeText({ before, after })).toBe(expected);
});

it('cuts long values, each by itself', () => {
  const text = changeText({ before: 'x'.repeat(1_000_000), after: { long: 'y'.repeat(1000) } });
  expect(text).toBe(`${'x'.repeat(59)}… → long ${'y'.repeat(54)}…`);
});
