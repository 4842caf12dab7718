import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolders } from './make-folders.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-folders-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('making folders', () => {
  it('makes those that are missing, and tells the outermost', () => {
    mkdirSync(join(folder, 'a'));
    expect(makeFolders(join(folder, 'a/b/c'))).toBe(join(folder, 'a/b'));
    expect(statSync(join(folder, 'a/b/c')).isDirectory()).toBe(true);
    expect(makeFolders(join(folder, 'a/b/c'))).toBeUndefined();
  });

  it('gives them the rights that are asked for', () => {
    makeFolders(join(folder, 'a/b'), 0o700);
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
  });

  it('fails below a file', () => {
    writeFileSync(join(folder, 'a'), '');
    expect(() => makeFolders(join(folder, 'a/b'))).toThrow('ENOTDIR');
  });

  it.runIf(existsSync('/proc/self'))('comes to an end where the system makes none', () => {
    expect(() => makeFolders('/proc/nothing/there')).toThrow(/ENOENT|EACCES|EPERM/);
  });
});
