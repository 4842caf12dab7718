import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { VerificationNotStartedError } from './errors.js';
import { runVerification } from './run-verification.js';
import { testCounts } from './test-counts.js';

function verify(
  script: string,
  more: { timeoutMs?: number; signal?: AbortSignal; onLine?(line: string): void } = {},
) {
  return runVerification([process.execPath, '-e', script], tmpdir(), { timeoutMs: 10_000, ...more });
}

describe('a verification', () => {
  it('has passed when its command ends with 0', async () => {
    const lines: string[] = [];
    const outcome = await verify('console.log("Tests  2 passed (2)"); console.error("x")', {
      onLine: (line) => lines.push(line),
    });
    expect(outcome).toMatchObject({
      end: 'exited',
      exitCode: 0,
      signal: null,
      passed: true,
      counts: { passed: 2, failed: 0, skipped: 0 },
    });
    expect(lines.toSorted()).toEqual(['Tests  2 passed (2)', 'x']);
  });

  it('has failed with any other code, by a signal, or when it is ended', async () => {
    expect(await verify('process.exit(3)')).toMatchObject({ exitCode: 3, passed: false, counts: null });
    expect(await verify('process.kill(process.pid, "SIGKILL")')).toMatchObject({
      exitCode: null,
      signal: 'SIGKILL',
      passed: false,
    });
    const wait = 'console.log("begun"); setInterval(() => {}, 1000)';
    expect(await verify(wait, { timeoutMs: 20 })).toMatchObject({ end: 'timed-out', passed: false });
    const abort = new AbortController();
    const aborted = await verify(wait, { signal: abort.signal, onLine: () => abort.abort() });
    expect(aborted).toMatchObject({ end: 'aborted', passed: false, outputTail: 'begun' });
  });

  it('keeps the end of a long output', async () => {
    const { outputTail } = await verify('for (let i = 0; i < 30000; i += 1) console.log("line " + i)');
    expect(Buffer.byteLength(outputTail)).toBeLessThanOrEqual(64_000);
    expect(outputTail).toMatch(/^line \d+\n/);
    expect(outputTail.endsWith('line 29999')).toBe(true);
  });

  it('shows neither credentials nor control sequences', async () => {
    const lines: string[] = [];
    const { outputTail } = await verify('console.log("\\x1b[31mAKIAIOSFODNN7EXAMPLE\\x1b[0m")', {
      onLine: (line) => lines.push(line),
    });
    expect([outputTail, ...lines]).toEqual(['[redacted: AWS access key]', '[redacted: AWS access key]']);
  });

  it('is not started when there is no such program', async () => {
    const start = runVerification(['no-such-program-here'], tmpdir(), { timeoutMs: 1000 });
    await expect(start).rejects.toThrow(VerificationNotStartedError);
    await expect(start).rejects.toThrow('no program has that name');
  });
});

describe('the counts of tests', () => {
  it.each([
    [
      'vitest',
      ' Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 9 passed | 2 skipped (12)\n',
      [9, 1, 2],
    ],
    ['jest', 'Test Suites: 1 failed, 1 total\nTests:       1 failed, 1 todo, 4 passed, 6 total\n', [4, 1, 1]],
    ['pytest', '\n====== 1 failed, 5 passed, 2 skipped, 1 error in 0.12s ======\n', [5, 2, 2]],
    ['pytest -q', '7 passed in 1.02s\n', [7, 0, 0]],
    ['pytest without a pass', '=== 2 failed in 0.50s ===\n', [0, 2, 0]],
    [
      'cargo',
      'test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\ntest result: FAILED. 1 passed; 2 failed; 0 ignored\n',
      [4, 2, 1],
    ],
    [
      'node:test',
      '# tests 4\n# suites 0\n# pass 2\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 0\n',
      [2, 1, 1],
    ],
    ['node:test for people', 'ℹ tests 2\nℹ pass 2\nℹ fail 0\nℹ skipped 0\n', [2, 0, 0]],
    ['mocha', '\n  3 passing (12ms)\n  1 pending\n  2 failing\n', [3, 2, 1]],
    [
      'go',
      '=== RUN   TestA\n--- PASS: TestA (0.00s)\n    --- FAIL: TestA/x (0.00s)\n--- SKIP: TestB (0.00s)\nFAIL\n',
      [1, 1, 1],
    ],
    ['colours', '\u001b[2m      Tests \u001b[22m \u001b[32m2 passed\u001b[39m (2)\n', [2, 0, 0]],
  ])('are read from %s', (_, output, [passed, failed, skipped]) => {
    expect(testCounts(output)).toEqual({ passed, failed, skipped });
  });

  it.each(['', 'ok  	example.org/x	0.01s\n', 'all 5 passed the gate\n', '--- FAIL: TestA (0.00s)\nFAIL\n'])(
    'are unknown in %j',
    (output) => expect(testCounts(output)).toBeNull(),
  );
});
