import { existsSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FileTree, RepositoryFolder } from '../../../../test/fixtures/repository-folder.js';
import { newSessionId } from '../../../base/ids.js';
import { WorktreeDirtyError } from '../../../repository/git/errors.js';
import { prepareGround, requireGround } from './implementation-ground.js';

const made: RepositoryFolder[] = [];
const session = newSessionId();
const branch = `prompt-runner/${session}`;
afterEach(() => {
  for (const folder of made.splice(0)) {
    rmSync(beside(folder), { recursive: true, force: true });
    folder.remove();
  }
});

function folderWith(files: FileTree): RepositoryFolder {
  const folder = new RepositoryFolder(files);
  made.push(folder);
  return folder;
}

const repository = () => folderWith({ 'a.ts': 'one\n', 'shop/b.ts': 'one\n' }).committed();
const beside = ({ root }: RepositoryFolder) => `${root}-${session}`;
const wish = (root: string) => ({ session, root, worktree: true, dirty: false });
const inPlace = (root: string) => ({ ...wish(root), worktree: false });
const code = (name: string) => ({ code: name });

/** It is refused before anything is paid, and also when it comes to it. */
async function expectRefusal(asked: ReturnType<typeof wish>, error: object): Promise<void> {
  await expect(requireGround(asked)).rejects.toMatchObject(error);
  await expect(prepareGround(asked)).rejects.toMatchObject(error);
}

describe('a worktree for a session', () => {
  it('lies beside the repository when the codebase is a folder in it, and has that folder', async () => {
    const folder = repository();
    const ground = await prepareGround(wish(join(folder.root, 'shop')));
    expect(ground).toMatchObject({ folder: join(beside(folder), 'shop'), branch });
    expect(readFileSync(join(ground.folder, 'b.ts'), 'utf8')).toBe('one\n');
    expect(folder.git('status', '--short')).toBe('');
  });

  it('begins with an empty folder for a codebase of which nothing is committed', async () => {
    const folder = repository().write({ 'new/c.ts': '' });
    const ground = await prepareGround(wish(join(folder.root, 'new')));
    expect(existsSync(ground.folder)).toBe(true);
    expect(existsSync(join(ground.folder, 'c.ts'))).toBe(false);
  });

  it('does not follow a link that leads out of it', async () => {
    const folder = folderWith({});
    symlinkSync(realpathSync(tmpdir()), join(folder.root, 'shop'));
    folder.committed();
    rmSync(join(folder.root, 'shop'));
    folder.write({ 'shop/b.ts': '' });
    await expect(prepareGround(wish(join(folder.root, 'shop')))).rejects.toMatchObject(
      code('WORKTREE_TAKEN'),
    );
  });

  it('is found again, with what is in it', async () => {
    const { root } = repository();
    const first = await prepareGround(wish(root));
    writeFileSync(join(first.folder, 'draft.ts'), '');
    await requireGround(wish(root));
    expect(await prepareGround(wish(root))).toEqual(first);
    expect(existsSync(join(first.folder, 'draft.ts'))).toBe(true);
  });

  it('is made again when its folder is gone', async () => {
    const folder = repository();
    const first = await prepareGround(wish(folder.root));
    writeFileSync(join(first.folder, 'a.ts'), 'two\n');
    folder.git('-C', first.folder, 'commit', '--quiet', '--all', '-m', 'Second');
    rmSync(first.folder, { recursive: true });
    await requireGround(wish(folder.root));
    expect(await prepareGround(wish(folder.root))).toEqual(first);
    expect(readFileSync(join(first.folder, 'a.ts'), 'utf8')).toBe('two\n');
  });

  it('takes the branch over from the codebase once that is on another', async () => {
    const folder = repository();
    const first = await prepareGround(inPlace(folder.root));
    await expectRefusal(wish(folder.root), {
      code: 'BRANCH_IN_USE',
      remedy: { next: `git -C ${folder.root} switch -` },
    });
    folder.git('switch', '--quiet', 'main');
    await requireGround(wish(folder.root));
    const second = await prepareGround(wish(folder.root));
    expect(second).toEqual({ ...first, folder: beside(folder) });
    await expectRefusal(inPlace(folder.root), code('BRANCH_IN_USE'));
  });

  it.each([
    ['a folder of files', (place: string) => folderWith({}).git('init', '--quiet', `${place}/inner`)],
    ['another repository', (place: string) => folderWith({}).git('init', '--quiet', place)],
    ['a file', (place: string) => writeFileSync(place, '')],
    ['a link that leads nowhere', (place: string) => symlinkSync('/nowhere', place)],
  ])('is not taken for %s', async (_, put) => {
    const folder = repository();
    put(beside(folder));
    await expectRefusal(wish(folder.root), code('WORKTREE_TAKEN'));
  });

  it('is not worked in while it is on another branch', async () => {
    const folder = repository();
    await prepareGround(wish(folder.root));
    folder.git('-C', beside(folder), 'switch', '--quiet', '--create', 'elsewhere');
    const next = `git -C ${beside(folder)} switch ${branch}`;
    await expectRefusal(wish(folder.root), { code: 'WORKTREE_TAKEN', remedy: { next } });
  });

  it('cannot be had outside of git, nor before the first commit, which is said', async () => {
    const folder = folderWith({ 'a.ts': '' });
    await expectRefusal(wish(folder.root), code('WORKTREE_IMPOSSIBLE'));
    await expect(requireGround({ ...wish(folder.root), session: null })).rejects.toThrow('is in none');
    folder.git('init', '--quiet');
    await expectRefusal(wish(folder.root), code('WORKTREE_IMPOSSIBLE'));
    await expect(requireGround({ ...wish(folder.root), session: null })).rejects.toThrow(
      'begins at a commit',
    );
  });
});

describe('a codebase with uncommitted changes', () => {
  it('is told what helps: before the first commit, neither a stash nor a worktree', async () => {
    const unborn = folderWith({ 'a.ts': '' });
    unborn.git('init', '--quiet');
    await expectRefused(unborn.root, { hint: expect.not.stringMatching(/stash|worktree/) });
    const born = repository().write({ 'a.ts': 'two\n' });
    await expectRefused(born.root, {
      hint: expect.stringContaining('--worktree'),
      next: expect.stringContaining('stash'),
    });
  });
});

async function expectRefused(root: string, remedy: object): Promise<void> {
  const refusal = await requireGround(inPlace(root)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(WorktreeDirtyError);
  expect((refusal as WorktreeDirtyError).remedy).toEqual(remedy);
}
