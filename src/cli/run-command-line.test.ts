import { describe, expect, it } from 'vitest';
import type { CliHost } from './command-context.js';
import { runCommandLine } from './run-command-line.js';
import { memoryStreams } from './streams.js';

/** A command line in a program that breaks as soon as it opens anything. */
function broken(line: string) {
  const streams = memoryStreams({});
  const fail = () => Promise.reject(new TypeError('x is not a function'));
  const host: CliHost = {
    env: {},
    cwd: process.cwd(),
    now: () => new Date(0),
    streams: () => streams,
    open: fail,
    openAsItIs: fail,
    openToRead: fail,
    onInterrupt: () => () => {},
  };
  return { streams, ended: runCommandLine(line.split(' '), host) };
}

describe('a fault of the program', () => {
  it('is one document with --json, and goes on to whoever tells it to people', async () => {
    const { streams, ended } = broken('execution list --json');
    await expect(ended).rejects.toThrow(TypeError);
    expect(JSON.parse(streams.out())).toMatchObject({
      error: { code: 'FAULT', message: 'x is not a function', next: null },
    });
    expect(streams.err()).toBe('');
  });

  it('leaves standard output alone without it', async () => {
    const { streams, ended } = broken('execution list');
    await expect(ended).rejects.toThrow(TypeError);
    expect(streams.out()).toBe('');
  });
});
