import { expect, it } from 'vitest';
import { checkScoring } from './check-scoring.js';

const scoring = checkScoring([
  { name: 'label', rule: { kind: 'equals', wanted: null } },
  { name: 'polite', rule: { kind: 'contains', wanted: 'please' } },
]);

it('answers are judged by each check, with what is to be said of those that fail', async () => {
  const row = { row: 1, input: {}, expected: 'high' };
  expect(await scoring.score(' high\n', row)).toEqual([
    { check: 'label', score: 1, feedback: null },
    { check: 'polite', score: 0, feedback: 'The answer has to have the text "please" in it.' },
  ]);
});

it('a check that compares is left out where a row expects nothing', async () => {
  const scores = await scoring.score('please', { row: 1, input: {}, expected: null });
  expect(scores.map(({ check }) => check)).toEqual(['polite']);
});

it('only checks that compare are held against what other rows expect', async () => {
  expect(await scoring.scoreAgainst('high', 'high')).toBe(1);
  expect(await scoring.scoreAgainst('please', 'high')).toBe(0);

  const fixed = checkScoring([{ name: 'x', rule: { kind: 'contains', wanted: 'x' } }]);
  expect(await fixed.scoreAgainst('x', 'high')).toBeNull();
});
