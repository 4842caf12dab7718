import { describe, expect, it } from 'vitest';
import type { CheckRule } from './check.js';
import { matchesPattern, readPattern } from './matches-pattern.js';
import { scoreAnswer } from './score-answer.js';
import { textLikeness } from './text-likeness.js';

const schema = { type: 'object', properties: { score: { type: 'number' } }, required: ['score'] };

describe('scoreAnswer', () => {
  it.each<readonly [rule: CheckRule, answer: string, expected: string | null, score: number | null]>([
    [{ kind: 'equals', wanted: null }, ' yes\n', 'yes', 1],
    [{ kind: 'equals', wanted: null }, 'Yes', 'yes', 0],
    [{ kind: 'equals', wanted: 'no' }, 'no', 'yes', 1],
    [{ kind: 'equals', wanted: null }, 'yes', null, null],
    [{ kind: 'contains', wanted: null }, 'I say yes, again.', 'yes', 1],
    [{ kind: 'contains', wanted: 'never' }, 'I say yes, again.', 'yes', 0],
    [{ kind: 'contains', wanted: '' }, '', null, 1],
    [{ kind: 'similarity', wanted: null }, 'night', 'nacht', 0.25],
    [{ kind: 'similarity', wanted: null }, 'night', null, null],
    [{ kind: 'regex', pattern: '^[A-Z]\\w+ [0-9]{2}$' }, 'Day 12', null, 1],
    [{ kind: 'regex', pattern: '(?i)YES' }, 'oh yes', null, 1],
    [{ kind: 'regex', pattern: 'b' }, 'a', 'b', 0],
    [{ kind: 'json-schema', schema }, '{"score": 1}', null, 1],
    [{ kind: 'json-schema', schema }, '```json\n{"score": 1}\n```', null, 1],
    [{ kind: 'json-schema', schema }, '{"score": "1"}', null, 0],
    [{ kind: 'json-schema', schema }, 'one', null, 0],
  ])('%j of %j, where %j is expected, is %j', async (rule, answer, expected, score) => {
    expect(await scoreAnswer({ name: 'c', rule }, answer, expected)).toBe(score);
  });
});

describe('textLikeness', () => {
  it.each([
    ['', '', 1],
    ['a', 'a', 1],
    ['a', 'b', 0],
    ['a', '', 0],
    ['abc', 'xyz', 0],
    ['A  b\nc', 'a b c', 1],
    ['e\u0301t\u00e9', '\u00e9te\u0301', 1],
    // aa aa | aa: one of the pairs is shared, each counted as often as it occurs.
    ['aaa', 'aa', 2 / 3],
    ['😀😁', '😀😂', 0],
  ])('of %j and %j is %d', (one, other, likeness) => {
    expect(textLikeness(one, other)).toBeCloseTo(likeness, 12);
    expect(textLikeness(other, one)).toBeCloseTo(likeness, 12);
  });

  it('takes time in proportion to the texts', () => {
    const text = 'ab'.repeat(500_000);
    expect(textLikeness(text, `${text}c`)).toBeGreaterThan(0.999);
  });
});

describe('a pattern', () => {
  it.each(['(a+)+b', '(a|a)*c', '(?:a?){300}a{300}b', '(.*)(.*)(.*)(.*)(.*)x'])(
    'is held against a hostile text in time that is linear: %s',
    (pattern) => {
      expect(matchesPattern({ kind: 'regex', pattern }, 'a'.repeat(200_000))).toBe(false);
    },
  );

  it.each(['(', '(?=a)', '(a)\\1', '(x{1000}){1000}', 'a'.repeat(1001)])('is not %s', (pattern) => {
    expect(() => readPattern(pattern)).toThrow(expect.objectContaining({ code: 'EXPERIMENT_DEFINITION' }));
  });
});
