import { describe, expect, it } from 'vitest';
import { readTaskKey, taskKey } from './task-key.js';

describe('the key of a step', () => {
  it.each([
    [{ step: 'process', part: null }, 'process'],
    [{ step: 'complete', part: 12 }, 'complete/12'],
  ] as const)('%j is %s, and is read back', (key, written) => {
    expect(taskKey(key)).toBe(written);
    expect(readTaskKey(written)).toEqual(key);
  });

  it('of another program is refused', () => {
    expect(() => readTaskKey('review')).toThrow('no step review');
  });
});
