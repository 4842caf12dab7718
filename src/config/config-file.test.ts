import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findProjectFile, PROJECT_FILE, readConfigFile } from './config-file.js';
import { writeSetting } from './edit-config-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string): string {
  const file = join(folder, 'config.yaml');
  writeFileSync(file, text);
  return file;
}

describe('the project file', () => {
  const deep = () => {
    const path = join(folder, 'repository', 'src', 'deep');
    mkdirSync(path, { recursive: true });
    return path;
  };

  it('is the nearest one upwards', () => {
    const start = deep();
    writeFileSync(join(folder, PROJECT_FILE), '');
    const nearest = join(folder, 'repository', PROJECT_FILE);
    writeFileSync(nearest, '');
    expect(findProjectFile(start)).toBe(nearest);
    expect(findProjectFile(join(folder, 'repository'))).toBe(nearest);
  });

  it.each(['folder', 'file'])('is not looked for above the repository (.git as a %s)', (kind) => {
    const start = deep();
    writeFileSync(join(folder, PROJECT_FILE), '');
    const git = join(folder, 'repository', '.git');
    if (kind === 'folder') mkdirSync(git);
    else writeFileSync(git, 'gitdir: elsewhere');
    expect(findProjectFile(start)).toBeNull();
  });

  it('may stand beside .git', () => {
    const start = deep();
    mkdirSync(join(folder, 'repository', '.git'));
    const file = join(folder, 'repository', PROJECT_FILE);
    writeFileSync(file, '');
    expect(findProjectFile(start)).toBe(file);
  });
});

describe('the values of a file', () => {
  it.each([
    ['nested keys', 'request:\n  max_bytes: 5\nactor: ada\n'],
    ['dotted keys', 'request.max_bytes: 5\nactor: ada\n'],
    ['a mapping on one line', '{request: {max_bytes: 5}, actor: ada}\n'],
  ])('have dotted keys: %s', async (_, text) => {
    const expected = [
      ['request.max_bytes', 5],
      ['actor', 'ada'],
    ] as const;
    expect(await readConfigFile(written(text))).toEqual(new Map<string, unknown>(expected));
  });

  it.each([
    ['an empty file', ''],
    ['comments only', '# nothing yet\n'],
  ])('are none in %s', async (_, text) => {
    expect(await readConfigFile(written(text))).toEqual(new Map());
  });

  it('are none without a file', async () => {
    expect(await readConfigFile(join(folder, 'missing.yaml'))).toEqual(new Map());
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['a bracket that is not closed', 'store: [a\nb: c'],
    ['a key that is there twice', 'actor: ada\nactor: bob\n'],
    ['aliases that multiply', `a: &a [x]\nb: [${'*a, '.repeat(30)}]`],
  ])('is refused by name: %s', async (_, text) => {
    const file = written(text);
    await expect(readConfigFile(file)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringMatching(
        /^The configuration file .*config\.yaml cannot be read: [^\n]+[^:.\n]\.$/,
      ),
    });
  });

  it.each(['- one\n- two\n', 'just words\n', '42\n'])(
    'is refused when it is no mapping: %j',
    async (text) => {
      await expect(readConfigFile(written(text))).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining('is not a mapping'),
      });
    },
  );

  it('is refused when it is a folder', async () => {
    const refusal = {
      code: 'CONFIG_INVALID',
      message: expect.stringMatching(/: a folder stands in its place\.$/),
    };
    await expect(readConfigFile(folder)).rejects.toMatchObject(refusal);
    await expect(writeSetting(folder, 'actor', 'ada')).rejects.toMatchObject(refusal);
  });
});

describe('the YAML reader', () => {
  afterEach(() => {
    vi.doUnmock('yaml');
    vi.resetModules();
  });

  it('is loaded when there is a file, and only then', async () => {
    const loaded = vi.fn(() => vi.importActual('yaml'));
    vi.doMock('yaml', loaded);
    vi.resetModules();
    const fresh = await import('./config-file.js');
    await fresh.readConfigFile(join(folder, 'missing.yaml'));
    expect(loaded).not.toHaveBeenCalled();
    await fresh.readConfigFile(written('actor: ada\n'));
    expect(loaded).toHaveBeenCalledOnce();
  });
});
