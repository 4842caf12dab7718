import { describe, expect, it } from 'vitest';
import { partsOf } from './given-check.js';
import { givenMetrics } from './given-metrics.js';
import { givenVariant } from './given-variant.js';

describe('a variant on the command line', () => {
  it('is a name and a prompt', () => {
    expect(givenVariant('b=team/review@production')).toEqual({
      name: 'b',
      prompt: 'team/review@production',
      model: undefined,
      parameters: {},
    });
  });

  it('may have a model and parameters of its own', () => {
    expect(givenVariant('b=review, model=openai:gpt-5-mini, temperature=0, max-tokens=9')).toMatchObject({
      model: 'openai:gpt-5-mini',
      parameters: { temperature: 0, maxOutputTokens: 9 },
    });
  });

  it.each(['review', '=review', 'b=', 'b=review,', 'b=review,colour=red', 'b=review,seed=x'])(
    'is not %j',
    (typed) => {
      expect(() => givenVariant(typed)).toThrow('--variant cannot be');
    },
  );
});

describe('a check on the command line', () => {
  it.each([
    ['equals', { name: undefined, kind: 'equals', text: undefined }],
    ['contains:a=b:c', { name: undefined, kind: 'contains', text: 'a=b:c' }],
    ['polite=contains:please', { name: 'polite', kind: 'contains', text: 'please' }],
    ['contains:', { name: undefined, kind: 'contains', text: '' }],
  ])('%j', (typed, parts) => {
    expect(partsOf(typed)).toEqual(parts);
  });
});

describe('metrics on the command line', () => {
  it('are success unless others are named, each with what matters', () => {
    expect(givenMetrics([], ['success=0.05'])).toEqual([{ name: 'success', matters: 0.05 }]);
    expect(givenMetrics(['cost', 'score:a'], ['score:a=0.1'])).toEqual([
      { name: 'cost', matters: undefined },
      { name: 'score:a', matters: 0.1 },
    ]);
  });

  it.each(['cost', '=1', 'cost=', 'cost=-1', 'cost=x', 'latency=1'])('%j says not what matters', (typed) => {
    expect(() => givenMetrics(['cost'], [typed])).toThrow('--matters');
  });
});
