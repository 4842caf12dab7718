import { execFile, execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFully } from './write-fully.js';

const folder = mkdtempSync(join(tmpdir(), 'write-fully-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(process.platform === 'win32')('writeFully', () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);

  it('waits for a slow reader of a pipe that does not block', async () => {
    const counting = promisify(execFile)('sh', ['-c', 'exec < "$0"; sleep 0.05; wc -c', pipe]);
    const held = openSync(pipe, constants.O_RDWR);
    const fd = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    expect(writeFully(fd, Buffer.alloc(500_000))).toBe(true);
    closeSync(fd);
    closeSync(held);
    expect((await counting).stdout.trim()).toBe('500000');
  });

  it('says so when the reader has gone', () => {
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    const fd = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    closeSync(reader);
    expect(writeFully(fd, Buffer.from('text'))).toBe(false);
    closeSync(fd);
  });

  it('lets other faults through', () => {
    const fd = openSync(folder, constants.O_RDONLY);
    expect(() => writeFully(fd, Buffer.from('text'))).toThrow('EBADF');
    closeSync(fd);
  });
});
