import { execFileSync } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  OutputExistsError,
  OutputIsFolderError,
  OutputNotWrittenError,
  OutputOutsideRootError,
} from './output-errors.js';
import { writeOutput } from './output-file.js';

let area: string;
let root: string;

beforeEach(async () => {
  area = await realpath(await mkdtemp(join(tmpdir(), 'output-file-')));
  root = join(area, 'root');
  await mkdir(root);
});
afterEach(() => rm(area, { recursive: true }));

const write = (name: string, text = 'text', overwrite = false) =>
  writeOutput(root, name, text, { overwrite });

describe('writeOutput', () => {
  it('writes below the root and makes missing folders', async () => {
    const path = await write('prompts/new/plan.md', 'né\0');
    expect(path).toBe(join(root, 'prompts/new/plan.md'));
    expect(await readFile(path, 'utf8')).toBe('né\0');
    expect(await readdir(join(root, 'prompts/new'))).toEqual(['plan.md']);
  });

  it('takes an absolute name inside the root', async () => {
    expect(await write(join(root, 'a.md'))).toBe(join(root, 'a.md'));
  });

  it.each(['../a.md', '..', 'b/../../a.md', '/etc/prompt-runner-test.md'])('refuses %s', async (name) => {
    await expect(write(name)).rejects.toThrow(OutputOutsideRootError);
    expect(await readdir(area)).toEqual(['root']);
  });

  it('takes names that only begin like the way out', async () => {
    expect(await write('..a.md')).toBe(join(root, '..a.md'));
  });

  it('refuses every link that leads outside', async () => {
    const outside = join(area, 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'kept.md'), 'kept');
    await symlink(outside, join(root, 'folder'));
    await symlink(join(outside, 'kept.md'), join(root, 'file.md'));
    await symlink(join(outside, 'new.md'), join(root, 'dangling.md'));
    for (const name of ['folder/a.md', 'folder/deep/a.md', 'file.md', 'dangling.md', 'folder/../../a.md']) {
      await expect(write(name, 'text', true)).rejects.toThrow(OutputOutsideRootError);
    }
    expect(await readdir(outside)).toEqual(['kept.md']);
    expect(await readFile(join(outside, 'kept.md'), 'utf8')).toBe('kept');
  });

  it('follows links that stay inside, and a link that is the root', async () => {
    await mkdir(join(root, 'real'));
    await symlink('real', join(root, 'alias'));
    expect(await write('alias/a.md')).toBe(join(root, 'real/a.md'));
    await symlink(root, join(area, 'entrance'));
    const path = await writeOutput(join(area, 'entrance'), 'b.md', 'text', { overwrite: false });
    expect(path).toBe(join(root, 'b.md'));
  });

  it('overwrites only when told, and keeps the mode', async () => {
    const path = await write('a.md', 'old');
    await chmod(path, 0o640);
    await expect(write('a.md', 'new')).rejects.toThrow(OutputExistsError);
    expect(await readFile(path, 'utf8')).toBe('old');
    await write('a.md', 'new', true);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readdir(root)).toEqual(['a.md']);
  });

  it('says what stands in the way', async () => {
    await mkdir(join(root, 'folder'));
    await writeFile(join(root, 'file'), '');
    await expect(write('folder', 'text', true)).rejects.toThrow(OutputIsFolderError);
    await expect(write('')).rejects.toThrow(OutputIsFolderError);
    await expect(write('file/a.md')).rejects.toThrow(OutputNotWrittenError);
    await expect(write('x'.repeat(300))).rejects.toThrow('too long');
    await expect(write('a\0.md')).rejects.toThrow('character');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so when the folder may not be written to',
    async () => {
      await chmod(root, 0o500);
      await expect(write('a.md')).rejects.toThrow('permission denied');
    },
  );

  it.skipIf(process.platform === 'win32')('never leaves half a text where the room ends', () => {
    const script = `
      import { writeOutput } from ${JSON.stringify(new URL('./output-file.ts', import.meta.url).pathname)};
      process.on('SIGXFSZ', () => {});
      await writeOutput(${JSON.stringify(root)}, 'a.md', 'x'.repeat(200_000), { overwrite: false })
        .catch((error) => process.stdout.write(error.message));`;
    const argv = [
      '-c',
      'ulimit -f 8; exec "$0" --import tsx --input-type=module -e "$1"',
      process.execPath,
      script,
    ];
    const said = execFileSync('sh', argv, {
      encoding: 'utf8',
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    });
    expect(said).toContain('there is no room for it');
    return expect(readdir(root)).resolves.toEqual([]);
  });
});
