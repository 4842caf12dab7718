import { describe, expect, it } from 'vitest';
import { memoryStreams } from '../streams.js';
import { itemBar } from './item-bar.js';

const { stdout } = memoryStreams();
const none = { done: 0, failed: 0, claimed: 0, pending: 0, cancelled: 0 };

describe('the bar of a batch', () => {
  it('has a piece for each state of rows', () => {
    expect(itemBar({ done: 5, failed: 2, claimed: 1, pending: 2, cancelled: 0 }, 20, stdout)).toBe(
      '██████████▓▓▓▓▒▒░░░░',
    );
  });

  it('shows a single row among many, and is as long as it should be', () => {
    const tally = { ...none, done: 99_998, failed: 1, cancelled: 1 };
    expect(itemBar(tally, 10, stdout)).toBe('████████▓·');
    expect(itemBar({ ...none, pending: 3, done: 1 }, 10, stdout)).toBe('██░░░░░░░░');
  });

  it('is nothing without rows', () => {
    expect(itemBar(none, 10, stdout)).toBe('');
  });
});
