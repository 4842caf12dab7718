import { describe, expect, it } from 'vitest';
import { InterruptedError } from '../interrupted-error.js';
import { memoryStreams } from '../streams.js';
import { confirm } from './confirm.js';
import { ConfirmationNeededError } from './errors.js';

const answer = (...keys: string[]) => confirm('Delete it?', memoryStreams({ terminal: true, keys }));

describe('confirm', () => {
  it.each([
    ['y\r', true],
    ['Y\r', true],
    [' yes \r', true],
    ['YES\r', true],
    ['\r', false],
    ['n\r', false],
    ['maybe\r', false],
    ['yesterday\r', false],
    ['\u0004', false],
  ])('takes %j as %s', async (keys, expected) => {
    expect(await answer(keys)).toBe(expected);
  });

  it('waits for Enter, until when the answer may be changed', async () => {
    expect(await answer('n', '\u007f', 'y', '\r')).toBe(true);
  });

  it('takes a terminal that goes as no', async () => {
    expect(await answer()).toBe(false);
    expect(await answer('y')).toBe(false);
  });

  it('takes no paste for an answer', async () => {
    expect(await answer('\u001b[200~y\ry\r\u001b[201~', '\r')).toBe(false);
  });

  it('is interrupted by Ctrl-C', async () => {
    await expect(answer('\u0003')).rejects.toThrow(InterruptedError);
  });

  it('shows nothing of what names hold for the terminal', async () => {
    const streams = memoryStreams({ terminal: true, keys: ['y\r'] });
    await confirm('Delete "\u001b]0;x\u0007shop"?', streams);
    expect(streams.err()).not.toContain('\u001b]0;');
  });

  it('breaks a long question into lines, and keeps the answer beside the last', async () => {
    const streams = memoryStreams({ terminal: true, keys: ['y\r'], columns: 40 });
    expect(await confirm('Delete the session and all of its seventeen answers?', streams)).toBe(true);
    expect(streams.err()).toContain('Delete the session and all of its\n');
    expect(streams.err()).toContain('seventeen answers? [y/N] ');
  });

  it('shows the question and the answer on stderr', async () => {
    const streams = memoryStreams({ terminal: true, keys: ['y\r'] });
    await confirm('Delete it?', streams);
    expect(streams.out()).toBe('');
    expect(streams.err()).toContain('Delete it? [y/N] ');
    expect(streams.err()).toContain('y\r\n');
  });

  it('does not wait for a terminal that is not there', async () => {
    const noScreen = memoryStreams({ terminal: ['stdin', 'stdout'] });
    await expect(confirm('Delete it?', noScreen)).rejects.toThrow(ConfirmationNeededError);
    await expect(confirm('Delete it?', memoryStreams({ stdin: 'y' }))).rejects.toThrow('Delete it?');
  });
});
