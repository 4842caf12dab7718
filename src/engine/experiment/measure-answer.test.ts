import { describe, expect, it } from 'vitest';
import type { ExperimentCheck } from './checks/experiment-check.js';
import { type AskedRow, measureAnswer } from './measure-answer.js';

const equal: ExperimentCheck = { name: 'same', rule: { kind: 'equals', wanted: null } };
const polite: ExperimentCheck = { name: 'polite', rule: { kind: 'contains', wanted: 'please' } };
const measured = async (given: Partial<AskedRow>, checks: readonly ExperimentCheck[] = [equal, polite]) =>
  Object.fromEntries(
    await measureAnswer(
      { answer: 'a', expected: 'a', cost: 0.5, latency: 20, ...given },
      checks,
      async (command, answer) => (command[0] === 'unknown' ? null : command[0] === answer),
    ),
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

  it('is whether it took no more than it may, and whether a program says yes to it', async () => {
    const checks: ExperimentCheck[] = [
      { name: 'cheap', rule: { kind: 'cost', most: 0.5 } },
      { name: 'fast', rule: { kind: 'latency', most: 19 } },
      { name: 'tried', rule: { kind: 'command', command: ['a'] } },
    ];
    const all = { 'score:cheap': 1, 'score:fast': 0, 'score:tried': 1, success: 0 };
    expect(await measured({}, checks)).toMatchObject(all);
    expect(await measured({ cost: null, answer: 'b' }, checks)).toEqual({
      'score:fast': 0,
      'score:tried': 0,
      latency: 20,
    });
    expect(await measured({ answer: null }, checks)).toEqual({
      'score:cheap': 0,
      'score:fast': 0,
      'score:tried': 0,
      success: 0,
    });
  });

  it('is nothing where a program may not run, and nothing of judges', async () => {
    const checks: ExperimentCheck[] = [
      { name: 'tried', rule: { kind: 'command', command: ['unknown'] } },
      { name: 'judge', rule: { kind: 'judge', criterion: 'Better?', model: null, agree: null } },
    ];
    expect(await measured({}, checks)).toEqual({ cost: 0.5, latency: 20 });
  });
});
