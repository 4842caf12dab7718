import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatchView } from '../../operations/batch/outputs.js';
import type { BatchProgress } from '../../operations/batch/vocabulary.js';
import { type CliHost, CommandContext, type CommonValues } from '../command-context.js';
import { type MemoryStreamsOptions, memoryStreams } from '../streams.js';
import { BatchScreen } from './batch-screen.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const begun: BatchView = {
  id: 'b0123456789ab',
  name: null,
  project: null,
  prompt: 'review@1',
  model: 'fake',
  status: 'running',
  rows: 20,
  done: 0,
  failed: 0,
  repeat: 1,
  concurrency: 8,
  rate: null,
  cost: 0,
  maxCost: null,
  problem: null,
  actor: 'tester',
  createdAt: new Date(0),
  updatedAt: new Date(0),
  finishedAt: null,
};
const halfway: BatchProgress = {
  rows: 20,
  done: 10,
  failed: 0,
  inFlight: 8,
  rowsPerSecond: 5,
  secondsLeft: 2,
  spent: 0,
  costLeft: 0,
};
const usual: CommonValues = {
  json: false,
  project: undefined,
  db: undefined,
  workspace: undefined,
  useDb: false,
  quiet: false,
  verbose: false,
  yes: false,
};

/** A command that opens nothing. */
const host: CliHost = {
  env: {},
  cwd: '/',
  now: () => new Date(0),
  streams: () => memoryStreams(),
  open: () => Promise.reject(new Error('nothing is opened')),
  openAsItIs: () => Promise.reject(new Error('nothing is opened')),
  openToRead: () => Promise.reject(new Error('nothing is opened')),
  onInterrupt: () => () => {},
};

function screen(options: MemoryStreamsOptions, common: Partial<CommonValues> = {}) {
  const streams = memoryStreams(options);
  const drain = new AbortController();
  const context = new CommandContext(host, streams, { ...usual, ...common });
  const shown = new BatchScreen(context, drain.signal, {
    by: 'here',
    goOn: ({ id }) => `prompt-runner batch resume ${id}`,
  });
  return { shown, follower: shown.follower(), drain, err: streams.err };
}

const INTRODUCED = 'Batch b0123456789ab: review@1 is asked of fake.\n';

describe('a batch on a terminal', () => {
  it('is introduced, then shown as it goes, and leaves nothing of that behind', async () => {
    const { shown, follower, err } = screen({ terminal: true });
    follower.onBegin?.(begun);
    expect(err()).toBe(INTRODUCED);
    await vi.advanceTimersByTimeAsync(1300);
    expect(err()).toContain('reading the rows · 1 s');
    follower.onProgress?.(halfway);
    await vi.advanceTimersByTimeAsync(300);
    expect(err()).toContain('░ 10 of 20 · 2 s left · 5.0/s');
    shown.end();
    expect(err()).toMatch(/\r +\r$/);
  });

  it('says at Ctrl-C what is waited for, and how to go on', async () => {
    const { follower, drain, err } = screen({ terminal: true });
    follower.onBegin?.(begun);
    follower.onProgress?.(halfway);
    drain.abort();
    expect(follower.drain.aborted).toBe(true);
    expect(err().split('\r').at(-1)).toBe(
      'No more rows are begun; the 8 calls on their way are waited for. Ctrl-C once\nmore ends at once.\nNext: prompt-runner batch resume b0123456789ab\n',
    );
  });
});

describe('a batch elsewhere', () => {
  it('is a line, and none with --quiet or --json', async () => {
    const plain = screen({});
    const quiet = screen({ terminal: true }, { quiet: true });
    const json = screen({ terminal: true }, { json: true });
    for (const { follower } of [plain, quiet, json]) follower.onBegin?.(begun);
    for (const { follower } of [plain, quiet, json]) follower.onProgress?.(halfway);
    await vi.advanceTimersByTimeAsync(5000);
    expect([plain.err(), quiet.err(), json.err()]).toEqual([INTRODUCED, '', '']);
  });

  it('says nothing of Ctrl-C before anything is on record', () => {
    const { drain, err } = screen({});
    drain.abort();
    expect(err()).toBe('');
  });
});
