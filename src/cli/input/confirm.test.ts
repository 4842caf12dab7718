import { describe, expect, it } from 'vitest';
import { memoryStreams } from '../streams.js';
import { confirm } from './confirm.js';
import { ConfirmationNeededError, InterruptedError } from './errors.js';

const answer = (...keys: string[]) => confirm('Delete it?', memoryStreams({ terminal: true, keys }));

describe('confirm', () => {
  it.each([
    ['y', true],
    ['Y', true],
    ['n', false],
    ['\r', false],
    ['\u0004', false],
    ['xy', true],
  ])('takes %j as %s', async (key, expected) => {
    expect(await answer(key)).toBe(expected);
  });

  it('waits for a key that is an answer', async () => {
    expect(await answer('x', ' ', 'y')).toBe(true);
  });

  it('takes a terminal that goes as no', async () => {
    expect(await answer()).toBe(false);
  });

  it('is interrupted by Ctrl-C', async () => {
    await expect(answer('\u0003')).rejects.toThrow(InterruptedError);
  });

  it('shows the question and the answer on stderr', async () => {
    const streams = memoryStreams({ terminal: true, keys: ['y'] });
    await confirm('Delete it?', streams);
    expect([streams.out(), streams.err()]).toEqual(['', 'Delete it? [y/N] yes\n']);
  });

  it('does not wait for a terminal that is not there', async () => {
    const noScreen = memoryStreams({ terminal: ['stdin', 'stdout'] });
    await expect(confirm('Delete it?', noScreen)).rejects.toThrow(ConfirmationNeededError);
    await expect(confirm('Delete it?', memoryStreams({ stdin: 'y' }))).rejects.toThrow('Delete it?');
  });
});
