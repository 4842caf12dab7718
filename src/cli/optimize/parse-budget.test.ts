import { describe, expect, it } from 'vitest';
import { parseBudget } from './parse-budget.js';

describe('a budget', () => {
  it.each([
    [[], {}],
    [['500calls'], { calls: 500 }],
    [['1 call'], { calls: 1 }],
    [['$2.50'], { cost: 2.5 }],
    [['500calls', '$2.50'], { calls: 500, cost: 2.5 }],
  ])('of %j is %j', (typed, budget) => {
    expect(parseBudget(typed)).toEqual(budget);
  });

  it.each([[['500']], [['2.50']], [['calls']], [['$']], [['-5calls']], [['']], [['$2,500']]])(
    'is not %j',
    (typed) => {
      expect(() => parseBudget(typed)).toThrow('--budget takes');
    },
  );

  it('has one number of calls, and one amount', () => {
    expect(() => parseBudget(['5calls', '6calls'])).toThrow('one number of calls');
    expect(() => parseBudget(['$5', '$6'])).toThrow('one amount');
  });
});
