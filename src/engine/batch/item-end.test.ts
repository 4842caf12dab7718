import { describe, expect, it } from 'vitest';
import { itemEndOf, itemLeftBehind } from './item-end.js';

const failed = (code: 'timeout' | 'auth' | 'schema' | 'ceiling') =>
  ({ status: 'failed', problem: { code, message: 'It failed.' } }) as const;
const aborted = { status: 'aborted', problem: { code: 'aborted', message: 'It was ended.' } } as const;

describe('what becomes of an item', () => {
  it('is done by an answer, whatever failed before', () => {
    const end = itemEndOf({ status: 'succeeded', problem: null }, { before: 1, calls: 2 });
    expect(end).toEqual({ status: 'done', calls: 3, problem: null });
  });

  it.each(['timeout', 'schema'] as const)('fails of its own fault: %s', (code) => {
    expect(itemEndOf(failed(code), { before: 0, calls: 1 })).toMatchObject({
      status: 'failed',
      calls: 1,
      problem: { code },
    });
  });

  it('waits again after what is wrong for all rows, which takes no call of its own', () => {
    expect(itemEndOf(failed('auth'), { before: 2, calls: 1 })).toEqual({
      status: 'pending',
      calls: 2,
      problem: null,
    });
  });

  it('waits again when there was no money for its next call, and has used those before', () => {
    expect(itemEndOf(failed('ceiling'), { before: 0, calls: 2 })).toMatchObject({
      status: 'pending',
      calls: 2,
    });
  });

  it('waits again when it was ended, until its calls are used up', () => {
    expect(itemEndOf(aborted, { before: 1, calls: 1 })).toMatchObject({ status: 'pending', calls: 2 });
    expect(itemEndOf(aborted, { before: 2, calls: 1 })).toMatchObject({
      status: 'failed',
      calls: 3,
      problem: { code: 'aborted', message: 'It was ended. That was its last of 3 calls.' },
    });
  });

  it('is as uncertain as its call when its process is gone', () => {
    expect(itemLeftBehind(2)).toEqual({ status: 'pending', calls: 2, problem: null });
    expect(itemLeftBehind(3)).toMatchObject({ status: 'failed', problem: { code: 'interrupted' } });
  });
});
