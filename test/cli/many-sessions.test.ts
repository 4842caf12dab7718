import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { example, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);

describe('a batch of requests', () => {
  it('begins a session for each line, and writes the prompts', async () => {
    const result = await run('orchestrate batch --out prompts', { stdin: 'Add login\n\nAdd logout\n' });
    expect(result.code).toBe(0);
    expect(result.out).toMatch(/ 1 +s\w{12} +Add login\n +3 +s\w{12} +Add logout/);
    expect(readdirSync(join(bench.work, 'prompts'))).toHaveLength(2);
    expect((await run('orchestrate status')).code).toBe(3);
  });

  it('lets a bad entry fail alone', async () => {
    const env = { PROMPT_RUNNER_REQUEST_MAX_BYTES: '40' };
    const stdin = `Add login\n---\nAdd ${'a very long text '.repeat(9)}\n---\nAdd logout\n`;
    const result = await run('orchestrate batch --json', { stdin, env });
    expect(result.code).toBe(5);
    expect(result.json()).toMatchObject({
      planned: [{ session: { title: 'Add login' } }, { session: { title: 'Add logout' } }],
      failed: [{ line: 3, error: { code: 'REQUEST_REFUSED' } }],
      total: 3,
    });
  });

  it('has to hold a request, and to be text', async () => {
    expect((await run('orchestrate batch', { stdin: '\n---\n' })).code).toBe(4);
    expect((await run('orchestrate batch', { stdin: Buffer.from([0xff, 0xfe, 0x41]) })).code).toBe(1);
    expect((await run('orchestrate batch --out ../x', { stdin: 'Add login' })).code).toBe(2);
    expect((await run('orchestrate list-sessions --json')).json()).toMatchObject({ total: 0 });
  });
});

describe('the board', () => {
  it('shows the open sessions by phase', async () => {
    await run('orchestrate batch', { stdin: 'One\nTwo\nThree\n' });
    await run('orchestrate plan Four');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    const board = await run('orchestrate board --limit 2', { terminal: true });
    expect(board.out).toMatch(/^planning \(3\) +analysis \(1\) +implementation \(0\)\n/);
    expect(board.out).toContain('Four');
    expect(board.out).toContain('and 1 more');
    expect(Math.max(...board.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe('the timeline', () => {
  it('shows the time in each phase beside the estimate', async () => {
    bench.time = new Date('2026-05-01T08:00:00Z');
    await run('orchestrate plan Something');
    bench.time = new Date('2026-05-01T08:30:00Z');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    bench.time = new Date('2026-05-01T10:30:00Z');
    await run(`orchestrate continue --file ${example('analysis.md')}`);
    bench.time = new Date('2026-05-01T15:30:00Z');
    await run(`orchestrate continue --file ${example('report.md')}`);
    bench.time = new Date('2026-05-09T15:30:00Z');
    const document = (await run('orchestrate timeline --json')).json();
    expect(document).toMatchObject({
      phases: [
        { phase: 'planning', hours: 0.5, estimate: null },
        { phase: 'analysis', hours: 2, estimate: { min_hours: 1, max_hours: 2 } },
        { phase: 'implementation', hours: 5, estimate: { min_hours: 5, max_hours: 7 } },
      ],
      total: { hours: 7.5, estimate: { min_hours: 9, max_hours: 13 } },
    });
    const picture = await run('orchestrate timeline', { terminal: true });
    expect(picture.out).toMatch(/implementation +█+ +5 h\n +░{30} +estimated 5-7 h/);
  });
});
