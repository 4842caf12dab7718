import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FileTree, RepositoryFolder } from '../../../test/fixtures/repository-folder.js';
import { createBranch, switchBranch } from './branches.js';
import { changesSince } from './changes-since.js';
import {
  BranchNameError,
  GitFailedError,
  NotARepositoryError,
  UnknownRevisionError,
  WorktreeDirtyError,
} from './errors.js';
import { EMPTY_VARIABLE, withoutCommands } from './git-settings.js';
import { gitState, requireCleanTree } from './git-state.js';
import { addWorktree, discardWorktree, removeWorktree } from './worktrees.js';

const made: RepositoryFolder[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) folder.remove();
});

function folderWith(files: FileTree): RepositoryFolder {
  const folder = new RepositoryFolder(files);
  made.push(folder);
  return folder;
}

const repository = (files: FileTree = { 'a.ts': 'one\n' }) => folderWith(files).committed();

describe('the state of a repository', () => {
  it('is none in a folder without one', async () => {
    expect(await gitState(folderWith({}).root)).toEqual({ kind: 'none', why: 'no-repository' });
  });

  it('names the branch and the commit of a clean tree', async () => {
    const folder = repository();
    const commit = folder.git('rev-parse', 'HEAD').trim();
    expect(await gitState(folder.root)).toEqual({
      kind: 'repository',
      top: folder.root,
      head: { kind: 'branch', branch: 'main', commit },
      changes: { files: 0, staged: 0, unstaged: 0, untracked: 0, conflicted: 0 },
    });
  });

  it('counts each file with changes once, however odd its name', async () => {
    const folder = repository({ 'a.ts': '1', 'b.ts': '1', 'c.ts': '1' });
    folder.write({ 'a.ts': '2', 'b.ts': '2', 'new\nline.ts': '', 'folder/x': '', 'folder/y': '' });
    folder.git('add', 'a.ts', 'b.ts');
    folder.write({ 'a.ts': '3' });
    const state = await gitState(folder.root);
    expect(state).toMatchObject({
      changes: { files: 5, staged: 2, unstaged: 1, untracked: 3, conflicted: 0 },
    });
    await expect(requireCleanTree(folder.root)).rejects.toThrow(WorktreeDirtyError);
  });

  it('tells a branch without a commit from no branch', async () => {
    const unborn = folderWith({});
    unborn.git('init', '--quiet');
    expect(await gitState(unborn.root)).toMatchObject({ head: { kind: 'unborn', branch: 'main' } });
    const detached = repository();
    detached.git('checkout', '--quiet', '--detach');
    expect(await gitState(detached.root)).toMatchObject({ head: { kind: 'detached' } });
  });

  it('is not led astray by the variables that a hook sets', async () => {
    const folder = repository();
    process.env.GIT_DIR = '/nowhere';
    try {
      expect(await gitState(folder.root)).toMatchObject({ head: { branch: 'main' } });
    } finally {
      delete process.env.GIT_DIR;
    }
  });
});

describe('a hostile repository', () => {
  it('has none of its commands run', async () => {
    const folder = repository({ 'a.ts': 'one\n', '.gitattributes': '* filter=evil diff=evil\n' });
    const mark = join(folder.root, '.git', 'was-run');
    const script = join(folder.root, '.git', 'evil');
    writeFileSync(script, `#!/bin/sh\ntouch '${mark}'\ncat\n`, { mode: 0o755 });
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil.process',
    ]) {
      folder.git('config', key, script);
    }
    folder.git('config', 'filter.evil.required', 'true');
    writeFileSync(join(folder.root, '.git', 'hooks', 'post-checkout'), `#!/bin/sh\ntouch '${mark}'\n`, {
      mode: 0o755,
    });
    folder.write({ 'a.ts': 'two\n', 'b.ts': 'new\n' });
    await gitState(folder.root);
    await changesSince(folder.root, 'HEAD');
    await createBranch(folder.root, 'other');
    await switchBranch(folder.root, 'main');
    const beside = folderWith({});
    await addWorktree(folder.root, { branch: 'beside', folder: join(beside.root, 'tree') });
    expect(existsSync(mark)).toBe(false);
    expect(readFileSync(join(beside.root, 'tree', 'a.ts'), 'utf8')).toBe('one\n');
  });

  it('has no filter run, however it is named', async () => {
    const folder = repository({ 'a.ts': 'one\n' });
    const mark = join(folder.root, '.git', 'was-run');
    for (const name of ['a=b', 'x.clean=y', '=', 'a b']) {
      folder.git('config', `filter.${name}.clean`, `touch '${mark}'; cat`);
      folder.git('config', `filter.${name}.required`, 'true');
    }
    for (const name of ['a=b', 'x.clean=y', '=']) {
      folder.write({ '.git/info/attributes': `* filter=${name}\n`, 'a.ts': `for ${name}\n` });
      expect(await gitState(folder.root)).toMatchObject({ changes: { files: 1 } });
      expect((await changesSince(folder.root, 'HEAD')).patch).toContain(`+for ${name}`);
      expect(existsSync(mark)).toBe(false);
    }
  });

  it('has nothing fetched that it lacks, by whatever command', async () => {
    const folder = repository({ 'a.ts': 'one\n' });
    const mark = join(folder.root, '.git', 'was-run');
    const blob = folder.git('rev-parse', 'HEAD:a.ts').trim();
    rmSync(join(folder.root, '.git', 'objects', blob.slice(0, 2), blob.slice(2)));
    folder.git('config', 'core.repositoryFormatVersion', '1');
    folder.git('config', 'extensions.partialClone', 'evil');
    folder.git('config', 'remote.evil.promisor', 'true');
    folder.git('config', 'remote.evil.uploadpack', `touch '${mark}'; git-upload-pack`);
    folder.write({ 'a.ts': 'two\n' });
    for (const address of [folder.root, `ext::touch ${mark}`, 'ssh://nowhere.invalid/x']) {
      folder.git('config', 'remote.evil.url', address);
      folder.git('config', 'core.sshCommand', `touch '${mark}'; false`);
      await expect(changesSince(folder.root, 'HEAD')).rejects.toMatchObject({
        code: 'GIT_FAILED',
        remedy: { hint: expect.stringContaining('partial') },
      });
      expect(existsSync(mark)).toBe(false);
    }
  });

  it('has no hook run that its configuration names', () => {
    const listing = ['local', 'hook.a=b.command', 'local', 'hook.jobs', 'global', 'hook.mine.command', ''];
    expect(withoutCommands(listing.join('\0'))).toEqual([`--config-env=hook.a=b.enabled=${EMPTY_VARIABLE}`]);
  });
});

describe('the changes since a commit', () => {
  it('are known of a file that was changed within the moment in which it was added', async () => {
    const folder = repository({});
    const moment = new Date('2026-01-01T00:00:00Z');
    const writtenThen = (text: string) => {
      folder.write({ 'a.ts': text });
      utimesSync(join(folder.root, 'a.ts'), moment, moment);
    };
    folder.git('config', 'core.trustctime', 'false');
    writtenThen('one\n');
    folder.git('add', '-A');
    folder.git('commit', '-qm', 'Add');
    utimesSync(join(folder.root, '.git', 'index'), moment, moment);
    writtenThen('two\n');
    expect((await changesSince(folder.root, 'HEAD')).patch).toContain('+two');
  });

  it('are those committed, staged, not staged and untracked', async () => {
    const folder = repository({ 'a.ts': '1\n2\n', 'b.py': 'x\n', 'gone.ts': '1\n', '.gitignore': 'out\n' });
    const base = folder.git('rev-parse', 'HEAD').trim();
    folder.write({ 'committed.go': 'package x\n' });
    folder.git('add', '-A');
    folder.git('commit', '-qm', 'Second');
    folder.write({ 'a.ts': '1\n3\n4\n', 'b.py': 'y\n', 'new file\n.md': '# x\n', 'out/x.js': '' });
    folder.git('add', 'b.py');
    rmSync(join(folder.root, 'gone.ts'));
    const before = folder.git('status', '--porcelain');
    const { files, languages, patch, patchCut } = await changesSince(folder.root, base);
    expect(files).toEqual([
      { path: 'a.ts', from: null, status: 'modified', added: 2, removed: 1, language: 'TypeScript' },
      { path: 'b.py', from: null, status: 'modified', added: 1, removed: 1, language: 'Python' },
      { path: 'committed.go', from: null, status: 'added', added: 1, removed: 0, language: 'Go' },
      { path: 'gone.ts', from: null, status: 'removed', added: 0, removed: 1, language: 'TypeScript' },
      { path: 'new file\n.md', from: null, status: 'added', added: 1, removed: 0, language: 'Markdown' },
    ]);
    expect(languages[0]).toEqual({ language: 'TypeScript', files: 2, added: 2, removed: 2 });
    expect(patch).toContain('+package x');
    expect(patch).toContain('+# x');
    expect(patchCut).toBe(false);
    expect(folder.git('status', '--porcelain')).toBe(before);
  });

  it('name what a renamed file was', async () => {
    const folder = repository({ 'old.ts': 'a\nb\nc\nd\n' });
    folder.git('mv', 'old.ts', 'new.ts');
    const { files } = await changesSince(folder.root, 'HEAD');
    expect(files).toMatchObject([
      { path: 'new.ts', from: 'old.ts', status: 'renamed', added: 0, removed: 0 },
    ]);
  });

  it('have no line counts for binary files', async () => {
    const folder = repository({});
    folder.write({ 'x.bin': new Uint8Array([0, 1, 2, 0, 255]) });
    const { files } = await changesSince(folder.root, 'HEAD');
    expect(files).toMatchObject([{ path: 'x.bin', added: null, removed: null, language: null }]);
  });

  it('are everything before the first commit', async () => {
    const folder = folderWith({ 'a.ts': '1\n' });
    folder.git('init', '--quiet');
    expect((await changesSince(folder.root, null)).files).toMatchObject([{ path: 'a.ts', status: 'added' }]);
  });

  it('show no file of secrets, nor a credential in another', async () => {
    const folder = repository();
    folder.write({ '.env': 'PASSWORD=opensesame\n', 'a.ts': 'key = "AKIAIOSFODNN7EXAMPLE"\n' });
    const { files, patch } = await changesSince(folder.root, 'HEAD');
    expect(files.map(({ path }) => path)).toEqual(['.env', 'a.ts']);
    expect(patch).not.toMatch(/opensesame|AKIAIOSFODNN7EXAMPLE/);
    expect(patch).toContain('[redacted: AWS access key]');
  });

  it('are cut when they are long, which is said', async () => {
    const folder = repository();
    folder.write({ 'long.txt': 'a line of text\n'.repeat(50_000) });
    const { files, patch, patchCut } = await changesSince(folder.root, 'HEAD');
    expect({ patchCut, added: files[0]?.added }).toEqual({ patchCut: true, added: 50_000 });
    expect(patch.length).toBeLessThanOrEqual(400_000);
    expect(patch.endsWith('\n')).toBe(true);
  });

  it('do not look into a repository within this one', async () => {
    const folder = repository();
    folder.write({ 'inner/x.ts': '' });
    folder.git('init', '--quiet', 'inner');
    expect((await changesSince(folder.root, 'HEAD')).files).toEqual([]);
  });

  it.each(['no-such-branch', '--output=/tmp/x', ''])('are not told since %j', async (base) => {
    await expect(changesSince(repository().root, base)).rejects.toThrow(UnknownRevisionError);
  });
});

describe('branches and work trees', () => {
  it('begin at the present commit, with the changes that are there', async () => {
    const folder = repository();
    folder.write({ 'a.ts': 'changed\n' });
    await createBranch(folder.root, 'feature/x');
    expect(await gitState(folder.root)).toMatchObject({
      head: { branch: 'feature/x' },
      changes: { files: 1 },
    });
    await switchBranch(folder.root, 'main');
    expect(await gitState(folder.root)).toMatchObject({ head: { branch: 'main' }, changes: { files: 1 } });
  });

  it.each(['main', '-x', 'a b', 'a..b', '@{-1}', ''])('do not take the name %j', async (name) => {
    await expect(createBranch(repository().root, name)).rejects.toThrow(BranchNameError);
  });

  it('have a folder of their own, which is removed when all is committed', async () => {
    const folder = repository();
    const tree = join(folderWith({}).root, 'tree');
    const added = await addWorktree(folder.root, { branch: 'own', folder: tree });
    expect(await gitState(tree)).toMatchObject({ top: tree, head: { branch: 'own', commit: added.commit } });
    writeFileSync(join(tree, 'new.ts'), '');
    await expect(removeWorktree(folder.root, tree)).rejects.toThrow(WorktreeDirtyError);
    rmSync(join(tree, 'new.ts'));
    await removeWorktree(folder.root, tree);
    expect(existsSync(tree)).toBe(false);
    expect(folder.git('branch', '--list', 'own')).toContain('own');
  });

  it('can be given up with all that is in them', async () => {
    const folder = repository();
    const tree = join(folderWith({}).root, 'tree');
    await addWorktree(folder.root, { branch: 'own', folder: tree });
    writeFileSync(join(tree, 'a.ts'), 'changed');
    await discardWorktree(folder.root, tree);
    expect(existsSync(tree)).toBe(false);
  });

  it('need a commit, a repository, and a free folder', async () => {
    const unborn = folderWith({});
    unborn.git('init', '--quiet');
    const wanted = { branch: 'own', folder: join(unborn.root, 'tree') };
    await expect(addWorktree(unborn.root, wanted)).rejects.toThrow(UnknownRevisionError);
    await expect(addWorktree(folderWith({}).root, wanted)).rejects.toThrow(NotARepositoryError);
    const taken = folderWith({ 'a.ts': '' });
    const inTheWay = addWorktree(repository().root, { branch: 'own', folder: taken.root });
    await expect(inTheWay).rejects.toThrow(GitFailedError);
    await expect(inTheWay).rejects.toThrow(/^git worktree failed: '.*' already exists$/);
  });
});
