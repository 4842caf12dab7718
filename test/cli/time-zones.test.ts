import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

/** Runs the program as somebody does in a time zone, which a process has from its beginning. */
function inZone(zone: string, words: readonly string[]): string {
  const { command, args, options } = bench.processOf(words, { TZ: zone });
  const { status, stdout, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

describe('times', () => {
  it('are the same for who writes and who reads, wherever they are', async () => {
    expect(await bench.run(['db', 'upgrade'])).toMatchObject({ code: 0 });
    const before = Date.now();
    inZone('Asia/Kathmandu', ['orchestrate', 'plan', 'Add a login page']);
    const after = Date.now();
    const list = ['orchestrate', 'list-sessions', '--json'];
    const read = inZone('America/St_Johns', list);
    const { sessions } = JSON.parse(read);
    const made: string = sessions[0].created_at;
    expect(made).toMatch(/Z$/);
    expect(Date.parse(made)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(made)).toBeLessThanOrEqual(after);
    expect(inZone('Asia/Kathmandu', list)).toBe(read);
  });
});
