import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confinedPath, LeadsOutside } from './confined-path.js';

let parent: string;
let root: string;
beforeEach(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'prompt-runner-confined-')));
  root = join(parent, 'root');
  mkdirSync(join(root, 'inner'), { recursive: true });
  writeFileSync(join(parent, 'secret'), '');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('a path that is confined to a folder', () => {
  it('is the one behind all links, whether or not it is there', async () => {
    symlinkSync(join(root, 'inner'), join(root, 'link'));
    expect(await confinedPath(root, 'inner/a.md')).toBe(join(root, 'inner/a.md'));
    expect(await confinedPath(root, 'link/new/a.md')).toBe(join(root, 'inner/new/a.md'));
    expect(await confinedPath(root, join(root, 'a.md'))).toBe(join(root, 'a.md'));
    expect(await confinedPath(root, '..a/..b')).toBe(join(root, '..a/..b'));
  });

  it('may lie in a folder that is not there yet', async () => {
    const later = join(parent, 'later');
    expect(await confinedPath(later, 'a.md')).toBe(join(later, 'a.md'));
    await expect(confinedPath(later, '../secret')).rejects.toThrow(LeadsOutside);
  });

  it.each([
    ['by its dots', '../secret'],
    ['by being another', '/etc/hostname'],
    ['by a link to a file', 'link-to-file'],
    ['by a link to a folder', 'link-to-folder/secret'],
    ['by a link to nothing', 'link-to-nothing'],
    ['by a link within the way', 'link-to-folder/new/file'],
  ])('does not lead out %s', async (_, name) => {
    symlinkSync(join(parent, 'secret'), join(root, 'link-to-file'));
    symlinkSync(parent, join(root, 'link-to-folder'));
    symlinkSync(join(parent, 'nothing'), join(root, 'link-to-nothing'));
    await expect(confinedPath(root, name)).rejects.toThrow(LeadsOutside);
  });
});
