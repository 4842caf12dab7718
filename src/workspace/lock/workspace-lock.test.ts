import { spawn, spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkspaceFolder } from '../../../test/fixtures/workspace-folder.js';
import { processStart } from '../../base/process/process-start.js';
import { FolderFiles } from '../files/folder-files.js';
import { isGone, readOwner, thisProcess } from './lock-owner.js';
import { withWorkspaceLock } from './workspace-lock.js';

const dead = spawnSync(process.execPath, ['-e', '']).pid ?? 0;
const HOUR_MS = 3_600_000;

let folder: WorkspaceFolder;
let files: FolderFiles;
beforeEach(() => {
  folder = new WorkspaceFolder();
  files = new FolderFiles(folder.path);
});
afterEach(() => folder.dispose());

describe('the lock of a workspace', () => {
  it('lets one work at a time, and leaves nothing behind', async () => {
    let working = 0;
    let most = 0;
    const work = async () => {
      working++;
      most = Math.max(most, working);
      await new Promise((resolve) => setTimeout(resolve, 1));
      working--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withWorkspaceLock(files, work)));
    expect(most).toBe(1);
    expect(folder.contents()).toEqual({});
  });

  it('is given back when the work fails', async () => {
    const failing = withWorkspaceLock(files, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await withWorkspaceLock(files, async () => 'done')).toBe('done');
  });

  it.each([
    ['a process of this machine that ended', { pid: dead, host: hostname(), at: Date.now() }],
    ['somebody elsewhere, long ago', { pid: 1, host: 'elsewhere', at: Date.now() - HOUR_MS }],
  ])('is taken away from %s, by one of those who wait', async (_, owner) => {
    folder.write('.lock', JSON.stringify(owner));
    let working = 0;
    const work = async () => {
      expect(++working).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      working--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withWorkspaceLock(files, work)));
    expect(folder.contents()).toEqual({});
  });

  it('is taken away although a process was killed while it did just that', async () => {
    const owner = JSON.stringify({ pid: dead, host: hostname(), at: Date.now() });
    folder.write('.lock', owner);
    folder.write('.lock.breaking', owner);
    expect(await withWorkspaceLock(files, async () => 'done')).toBe('done');
  });

  it('is waited for while its owner lives', async () => {
    folder.write('.lock', JSON.stringify(thisProcess()));
    setTimeout(() => files.remove('.lock'), 60);
    let free = false;
    await withWorkspaceLock(files, async () => {
      free = true;
    });
    expect(free).toBe(true);
  });
});

describe('a lock that is kept', () => {
  it.each([
    ['its owner', JSON.stringify(thisProcess()), `process ${process.pid} on ${hostname()}`],
    ['nobody in particular, when it cannot be read', 'no lock at all', 'somebody'],
  ])('is given up on, naming %s', async (_, content, owner) => {
    folder.write('.lock', content);
    const waiting = withWorkspaceLock(files, async () => 'done', 1);
    await expect(waiting).rejects.toMatchObject({
      code: 'WORKSPACE_BUSY',
      message: expect.stringContaining(`is locked by ${owner}; nothing was written`),
    });
    expect(folder.read('.lock')).toBe(content);
  });
});

describe('the owner of a lock', () => {
  it('is gone when its process is, on this machine', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    const pid = child.pid ?? 0;
    const owner = { pid, host: hostname(), at: Date.now(), started: processStart(pid) };
    expect(isGone(owner)).toBe(false);
    if (owner.started !== null) {
      expect(isGone({ ...owner, at: Date.now() - 24 * HOUR_MS })).toBe(false);
      expect(isGone({ ...owner, started: 'before' })).toBe(true);
    }
    expect(isGone({ ...owner, at: Date.now() - 24 * HOUR_MS, started: null })).toBe(true);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(isGone(owner)).toBe(true);
    expect(isGone({ ...owner, host: 'elsewhere' })).toBe(false);
  });

  it('is read from nothing else than a lock', () => {
    expect(readOwner(JSON.stringify(thisProcess()))).toMatchObject({ pid: process.pid });
    for (const text of ['', '{}', 'null', '[]', '{"pid":"1","host":"h","at":1}'])
      expect(readOwner(text)).toBeNull();
  });
});
