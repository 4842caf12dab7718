import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FileTree, RepositoryFolder } from '../../../test/fixtures/repository-folder.js';
import { listFiles } from './list-files.js';
import { readSource } from './read-source.js';
import { isSecretFile } from './secret-file.js';

const made: RepositoryFolder[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) folder.remove();
});

function folderWith(files: FileTree): RepositoryFolder {
  const folder = new RepositoryFolder(files);
  made.push(folder);
  return folder;
}

const TREE = {
  'b.ts': '',
  'a/z.ts': '',
  'a/B.ts': '',
  'a/out/x.js': '',
  'a/.gitignore': 'out/\n!kept.log\n',
  '.gitignore': '*.log\n/only-root\n',
  'x.log': '',
  'a/kept.log': '',
  'only-root': '',
  'a/only-root': '',
  'new\nline.ts': '',
};
const LISTED = [
  '.gitignore',
  'a/.gitignore',
  'a/B.ts',
  'a/kept.log',
  'a/only-root',
  'a/z.ts',
  'b.ts',
  'new\nline.ts',
];

describe('the files of a folder', () => {
  it('are those that git tracks or would add', async () => {
    const folder = folderWith(TREE).committed();
    folder.write({ 'untracked.ts': '' });
    rmSync(join(folder.root, 'b.ts'));
    const { paths, complete } = await listFiles(folder.root);
    expect(paths).toEqual([...LISTED.filter((path) => path !== 'b.ts'), 'untracked.ts']);
    expect(complete).toBe(true);
  });

  it('are the same without git', async () => {
    const { paths } = await listFiles(folderWith({ ...TREE, 'node_modules/x/index.js': '' }).root);
    expect(paths).toEqual(LISTED);
  });

  it('are those below it, in a folder of a repository', async () => {
    const folder = folderWith(TREE).committed();
    const { paths } = await listFiles(join(folder.root, 'a'));
    expect(paths).toEqual(['.gitignore', 'B.ts', 'kept.log', 'only-root', 'z.ts']);
  });

  it('are not looked for behind links', async () => {
    const outside = folderWith({ 'secret.ts': 'x' });
    const folder = folderWith({ 'a.ts': '' });
    symlinkSync(outside.root, join(folder.root, 'link'));
    symlinkSync(join(outside.root, 'secret.ts'), join(folder.root, 'file-link.ts'));
    expect((await listFiles(folder.root)).paths).toEqual(['a.ts']);
  });

  it('stop at a limit, which is said', async () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}.ts`, ''])));
    expect(await listFiles(folder.root, 4)).toEqual({
      paths: ['0.ts', '1.ts', '2.ts', '3.ts'],
      complete: false,
    });
    folder.committed();
    expect(await listFiles(folder.root, 9)).toMatchObject({ complete: true });
    expect(await listFiles(folder.root, 8)).toMatchObject({ complete: false });
  });

  it('may have names that are not UTF-8, whose content is left out', async () => {
    const folder = folderWith({});
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder.root}/`), Buffer.from([0x66, 0xff, 0x2e, 0x63])]),
      'x',
    );
    folder.committed();
    const { paths } = await listFiles(folder.root);
    expect(paths).toEqual(['f\ufffd.c']);
    expect(await readSource(folder.root, 'f\ufffd.c')).toEqual({ kind: 'left-out', reason: 'unreadable' });
  });
});

describe('what is in a file', () => {
  it.each([
    ['a.ts', 'text', { kind: 'text', text: 'text' }],
    ['nul.ts', 'a\0b', { kind: 'left-out', reason: 'binary' }],
    ['x.png', 'text', { kind: 'left-out', reason: 'binary' }],
    ['package-lock.json', '{}', { kind: 'left-out', reason: 'lock-file' }],
    ['.env', 'A=1', { kind: 'left-out', reason: 'secret' }],
    ['big.ts', 'x'.repeat((1 << 20) + 1), { kind: 'left-out', reason: 'too-large' }],
  ])('is told or left out: %s', async (path, content, expected) => {
    expect(await readSource(folderWith({ [path]: content }).root, path)).toEqual(expected);
  });

  it('is left out behind a link, in a folder, and where nothing is', async () => {
    const folder = folderWith({ 'a.ts': 'x' });
    symlinkSync(join(folder.root, 'a.ts'), join(folder.root, 'b.ts'));
    mkdirSync(join(folder.root, 'c.ts'));
    const reasons = await Promise.all(['b.ts', 'c.ts', 'd.ts'].map((path) => readSource(folder.root, path)));
    expect(reasons).toMatchObject([{ reason: 'no-file' }, { reason: 'no-file' }, { reason: 'unreadable' }]);
  });

  it('is wanted from the beginning only', async () => {
    const { root } = folderWith({ 'a.ts': '123456' });
    expect(await readSource(root, 'a.ts', 3)).toEqual({ kind: 'text', text: '123' });
  });
});

describe('a file of secrets', () => {
  it.each([
    '.env',
    'app/.env.local',
    'prod.env',
    'x.PEM',
    '.ssh/config',
    'id_rsa',
    'a/credentials.json',
    '.npmrc',
  ])('is %s', (path) => expect(isSecretFile(path)).toBe(true));
  it.each(['.env.example', 'src/environment.ts', 'keys.ts', 'credentials.ts', 'secret-file.ts', 'id_rsa.ts'])(
    'is not %s',
    (path) => expect(isSecretFile(path)).toBe(false),
  );
});
