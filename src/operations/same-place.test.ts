import { describe, expect, it } from 'vitest';
import { NotAllowedError } from './errors.js';
import { failingInSamePlace, inSamePlace } from './same-place.js';

const deps = { placeOptions: '--workspace planning' };
const status = 'prompt-runner orchestrate status s1';

describe('a command that an operation names', () => {
  it('leads to the place where the operation worked', () => {
    const output = { next: status, suggestion: { next: status, reason: status }, other: status };
    expect(inSamePlace(deps, output)).toEqual({
      next: `${status} --workspace planning`,
      suggestion: { next: `${status} --workspace planning`, reason: status },
      other: status,
    });
  });

  it('leads to a store that was named, whatever it is on', () => {
    const stored = { placeOptions: '--db old.db' };
    for (const next of [status, 'prompt-runner project list', 'prompt-runner db upgrade']) {
      expect(inSamePlace(stored, { next })).toEqual({ next: `${next} --db old.db` });
    }
    expect(inSamePlace(stored, { next: 'prompt-runner config list' }).next).toBe('prompt-runner config list');
  });

  it('is led once, however many operations pass it on', () => {
    const output = { next: status, suggestion: null };
    expect(inSamePlace(deps, inSamePlace(deps, output)).next).toBe(`${status} --workspace planning`);
  });

  it('stays as it is when it is on other things, or needs no options', () => {
    const other = { next: 'prompt-runner project list' };
    expect(inSamePlace(deps, other)).toEqual(other);
    expect(inSamePlace({}, { next: status })).toEqual({ next: status });
    expect([null, 'text'].map((output) => inSamePlace(deps, output))).toEqual([null, 'text']);
  });

  it('in a failure is led in what it says to do', () => {
    const error = new NotAllowedError('No.', { hint: `Take it with:\n${status} --force`, next: status });
    expect(failingInSamePlace(deps, error)).toBe(error);
    expect(error.remedy).toEqual({
      hint: `Take it with:\n${status} --force --workspace planning`,
      next: `${status} --workspace planning`,
    });
    const plain = new NotAllowedError('No.', { hint: 'See which there are.' });
    failingInSamePlace(deps, plain);
    expect(plain.remedy).toEqual({ hint: 'See which there are.', next: undefined });
    const fault = new Error('fault');
    expect(failingInSamePlace(deps, fault)).toBe(fault);
  });
});
