import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPrivately } from './create-privately.js';

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'private-')), 'store.db');
});
afterEach(() => rmSync(join(file, '..'), { recursive: true }));

const mode = () => statSync(file).mode & 0o777;

describe('createPrivately', () => {
  it.skipIf(process.platform === 'win32')('makes an empty file for its owner only', () => {
    createPrivately(file);
    expect([readFileSync(file, 'utf8'), mode()]).toEqual(['', 0o600]);
  });

  it('leaves a file that is there as it is', () => {
    writeFileSync(file, 'kept', { mode: 0o644 });
    const before = mode();
    createPrivately(file);
    expect([readFileSync(file, 'utf8'), mode()]).toEqual(['kept', before]);
  });
});
