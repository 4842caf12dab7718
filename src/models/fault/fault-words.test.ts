import { describe, expect, it } from 'vitest';
import { faultClasses } from '../spec/model-fault.js';
import { remedyFor, whatBecameOf } from './fault-words.js';

const told = (fault: (typeof faultClasses)[number], status: number | null = null) =>
  whatBecameOf('openai:gpt-5', { fault, status });

describe('what became of a call', () => {
  it.each(faultClasses.filter((fault) => fault !== 'aborted'))('is a failure: %s', (fault) => {
    expect(told(fault)).toMatch(/^The call to openai:gpt-5 failed: \S.*[^.]\.$/);
    expect(told(fault, 503)).toMatch(/ \(503\)\.$/);
  });

  it('is no failure when somebody ended it', () => {
    expect(told('aborted')).toBe('The call to openai:gpt-5 was ended before its answer was whole.');
    expect(remedyFor('aborted').hint).toBe('Ask again for the whole answer.');
  });

  it('is told in other words where more is known', () => {
    const known = { fault: 'malformed', why: 'no event is in it', status: 200 } as const;
    expect(whatBecameOf('x:y', known)).toBe('The call to x:y failed: no event is in it (200).');
  });
});
