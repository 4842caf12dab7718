import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStreams } from '../streams.js';
import { withProgress } from './progress.js';
import { writeAbove } from './write-above.js';

describe('withProgress', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const takes = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

  it('shows nothing for work that is done within a second', async () => {
    const streams = memoryStreams({ terminal: true });
    const work = withProgress(streams.stderr, 'reading', () => takes(900));
    await vi.advanceTimersByTimeAsync(900);
    await work;
    expect(streams.err()).toBe('');
  });

  it('shows a line, and leaves nothing of it behind', async () => {
    const streams = memoryStreams({ terminal: true });
    const work = withProgress(streams.stderr, 'reading', async (report) => {
      report('3 of 12');
      await takes(2100);
      return 'done';
    });
    await vi.advanceTimersByTimeAsync(2100);
    expect(await work).toBe('done');
    expect(streams.err()).toContain('reading · 3 of 12 · 2 s');
    expect(streams.err().endsWith(`\r${' '.repeat('reading · 3 of 12 · 2 s'.length)}\r`)).toBe(true);
  });

  it('leaves the terminal to a question, and does not count its time', async () => {
    const streams = memoryStreams({ terminal: true });
    const work = withProgress(streams.stderr, 'restoring', async (_report, aside) => {
      await takes(1300);
      await aside(async () => {
        streams.stderr.write('Sure?');
        await takes(9000);
      });
      await takes(1000);
    });
    await vi.advanceTimersByTimeAsync(1300 + 9000);
    expect(streams.err()).toMatch(/restoring · 1 s\r +\rSure\?$/);
    await vi.advanceTimersByTimeAsync(1000);
    await work;
    expect(streams.err()).toContain('restoring · 2 s');
    expect(streams.err()).not.toContain('restoring · 9 s');
  });

  it('makes room for what is said meanwhile, and comes back below it', async () => {
    const streams = memoryStreams({ terminal: true });
    const work = withProgress(streams.stderr, 'reading', async () => {
      await takes(1300);
      writeAbove(streams.stderr, 'Warning: half of it is empty.\n');
      await takes(1000);
    });
    await vi.advanceTimersByTimeAsync(2300);
    await work;
    writeAbove(streams.stderr, 'Done.\n');
    expect(streams.err()).toMatch(
      /reading · 1 s\r +\rWarning: half of it is empty\.\nreading · 1 s\r[\s\S]*reading · 2 s\r +\rDone\.\n$/,
    );
  });

  it('is not in the way of a question when something is said meanwhile', async () => {
    const streams = memoryStreams({ terminal: true });
    const work = withProgress(streams.stderr, 'restoring', async (_report, aside) => {
      await takes(1300);
      await aside(async () => {
        streams.stderr.write('Sure? ');
        writeAbove(streams.stderr, 'It is old.');
      });
    });
    await vi.advanceTimersByTimeAsync(1300);
    await work;
    expect(streams.err()).toMatch(/\r +\rSure\? It is old\.$/);
  });

  it('erases its line when the work fails', async () => {
    const streams = memoryStreams({ terminal: true });
    const work = withProgress(streams.stderr, 'reading', async () => {
      await takes(1500);
      throw new Error('lost');
    });
    const failed = expect(work).rejects.toThrow('lost');
    await vi.advanceTimersByTimeAsync(1500);
    await failed;
    expect(streams.err().endsWith(' \r')).toBe(true);
  });

  it('keeps within the terminal', async () => {
    const streams = memoryStreams({ terminal: true, columns: 12 });
    const work = withProgress(streams.stderr, 'reading a very long answer', () => takes(1300));
    await vi.advanceTimersByTimeAsync(1300);
    await work;
    expect(streams.err()).toContain('reading a…');
    expect(streams.err()).not.toContain('reading a very');
  });

  it('is silent off a terminal', async () => {
    const streams = memoryStreams();
    const work = withProgress(streams.stderr, 'reading', () => takes(5000));
    await vi.advanceTimersByTimeAsync(5000);
    await work;
    expect(streams.err()).toBe('');
  });
});
