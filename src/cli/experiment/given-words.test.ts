import { describe, expect, it } from 'vitest';
import { partsOf } from './given-check.js';
import { givenMetrics } from './given-metrics.js';
import { givenHoldOut, givenNamespace } from './given-share.js';
import { givenSplit } from './given-split.js';
import { givenVariant } from './given-variant.js';

describe('a variant on the command line', () => {
  it('is a name and a prompt', () => {
    expect(givenVariant('b=team/review@production')).toEqual({
      name: 'b',
      prompt: 'team/review@production',
      strategy: undefined,
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

  it('may be a file that says more, or nothing: all stays as it is', () => {
    expect(givenVariant('b=strategy:ways/b.yaml')).toMatchObject({
      prompt: undefined,
      strategy: 'ways/b.yaml',
    });
    expect(givenVariant('usual,model=fake')).toMatchObject({
      name: 'usual',
      prompt: undefined,
      model: 'fake',
    });
  });

  it.each(['', ',model=fake', '=review', 'b=', 'b=review,', 'b=review,colour=red', 'b=review,seed=x'])(
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
    expect(givenMetrics([], ['success=0.05'], 'success')).toEqual([{ name: 'success', matters: 0.05 }]);
    expect(givenMetrics(['cost', 'score:a'], ['score:a=0.1'], 'success')).toEqual([
      { name: 'cost', matters: undefined },
      { name: 'score:a', matters: 0.1 },
    ]);
  });

  it.each(['cost', '=1', 'cost=', 'cost=-1', 'cost=x', 'latency=1'])('%j says not what matters', (typed) => {
    expect(() => givenMetrics(['cost'], [typed], 'success')).toThrow('--matters');
  });
});

describe('parts of units on the command line', () => {
  it('are numbers with / between them', () => {
    expect(givenSplit('50/25/25')).toEqual([50, 25, 25]);
    expect(givenSplit(undefined)).toBeUndefined();
    for (const typed of ['', '50/', '/50', 'a/b', '50/1e999'])
      expect(() => givenSplit(typed)).toThrow('--split takes');
  });

  it('are left out by a share, perhaps under a name', () => {
    expect(givenHoldOut('5%')).toEqual({ share: 0.05, name: undefined });
    expect(givenHoldOut('team/all=0.1')).toEqual({ share: 0.1, name: 'team/all' });
    for (const typed of ['', 'x', '=0.1', '101%', '-1', 'a='])
      expect(() => givenHoldOut(typed)).toThrow('--holdout takes');
  });

  it('are a stretch of a namespace', () => {
    expect(givenNamespace('planning=0-50%')).toEqual({ name: 'planning', from: 0, to: 0.5 });
    for (const typed of [
      'planning',
      'planning=0.5',
      '=0-1',
      'planning=0-1-2',
      'planning=a-b',
      'planning=0-2',
    ])
      expect(() => givenNamespace(typed)).toThrow('--namespace takes');
  });
});
