import { describe, expect, it } from 'vitest';
import type { Check } from './checks/check.js';
import { type AskedRow, measureAnswer } from './measure-answer.js';

const equal: Check = { name: 'same', rule: { kind: 'equals', wanted: null } };
const polite: Check = { name: 'polite', rule: { kind: 'contains', wanted: 'please' } };
const measured = async (given: Partial<AskedRow>, checks: readonly Check[] = [equal, polite]) =>
  Object.fromEntries(
    await measureAnswer({ answer: 'a', expected: 'a', cost: 0.5, latency: 20, ...given }, checks),
  );

describe('what is measured of a row', () => {
  it('is a success when all checks hold', async () => {
    expect(await measured({ answer: 'please', expected: 'please' })).toEqual({
      'score:same': 1,
      'score:polite': 1,
      success: 1,
      cost: 0.5,
      latency: 20,
    });
    expect(await measured({})).toMatchObject({ 'score:same': 1, 'score:polite': 0, success: 0 });
  });

  it('is no success and fails all checks when no answer came, and has no cost or latency of an answer', async () => {
    expect(await measured({ answer: null })).toEqual({ 'score:same': 0, 'score:polite': 0, success: 0 });
  });

  it('leaves out what cannot be told', async () => {
    expect(await measured({ expected: null, cost: null, latency: null })).toEqual({ 'score:polite': 0 });
  });
});
