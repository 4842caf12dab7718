import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import config from '../rolldown.config.js';
import { executable } from '../scripts/executable.js';

const posixIt = it.skipIf(process.platform === 'win32');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the bundle', () => {
  posixIt('has a command that can be run', async () => {
    const input = join(folder, 'command.js');
    writeFileSync(input, 'globalThis.ran = true;\n');
    const output = { dir: join(folder, 'dist'), entryFileNames: '[name].js' };
    await build({ input: { command: input }, output, plugins: [executable('command.js')] });
    expect(statSync(join(folder, 'dist/command.js')).mode & 0o777).toBe(0o755);
  });

  it('treats the one file so that package.json names as its command', () => {
    const plugins = [config].flat().map(({ plugins: used }) => JSON.stringify(used).includes('"executable"'));
    expect(plugins).toEqual([true, false, false]);
  });
});
