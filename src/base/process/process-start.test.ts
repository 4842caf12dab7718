import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { processStart } from './process-start.js';

it.runIf(process.platform === 'linux')('is the same each time, and another for another process', async () => {
  const own = processStart(process.pid);
  expect(own).toMatch(/^[0-9a-f-]{36}\/\d+$/);
  expect(processStart(process.pid)).toBe(own);
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  await once(child, 'spawn');
  expect(processStart(child.pid ?? 0)).not.toBe(own);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(processStart(child.pid ?? 0)).toBeNull();
});

it('is not told of what is no process', () => {
  expect(processStart(-1)).toBeNull();
});
