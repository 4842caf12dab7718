import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hasBranch, requireFreeName } from './branches.js';
import { UnknownRevisionError } from './errors.js';
import { gitState, requireCleanTree } from './git-state.js';
import { resolveRevision } from './resolve-revision.js';
import { git } from './run-git.js';
import { BranchInUseError, WorktreeTakenError } from './worktree-errors.js';

export interface Worktree {
  /** Where it lies, absolute. */
  readonly folder: string;
  readonly branch: string;
  /** What the branch begins at. */
  readonly commit: string;
}

/**
 * Makes a new branch at the present commit, checked out in a folder of its own.
 *
 * @param root in the repository
 * @param wanted a branch that is not there yet; a folder that is not there yet, or empty, absolute
 * @throws BranchNameError, UnknownRevisionError when there is no commit yet, GitFailedError
 */
export async function addWorktree(
  root: string,
  { branch, folder }: { readonly branch: string; readonly folder: string },
): Promise<Worktree> {
  await requireFreeName(root, branch);
  const commit = await resolveRevision(root, 'HEAD');
  await git(root, ['worktree', 'add', '--quiet', '-b', branch, '--', folder, commit]);
  return { folder, branch, commit };
}

/**
 * Checks out a branch that is there in a folder that is not. If git still knows a worktree that was there, it
 * forgets it.
 *
 * @throws UnknownRevisionError, BranchInUseError, GitFailedError
 */
export async function restoreWorktree(
  root: string,
  { branch, folder }: { readonly branch: string; readonly folder: string },
): Promise<void> {
  if (!(await hasBranch(root, branch))) throw new UnknownRevisionError(branch);
  await requireUnused(root, branch, folder);
  const known = await checkouts(root);
  if (known.some((one) => one.folder === folder)) await discardWorktree(root, folder);
  await git(root, ['worktree', 'add', '--quiet', '--', folder, branch]);
}

/** @throws BranchInUseError when the branch is checked out in another folder than this */
export async function requireUnused(root: string, branch: string, folder: string): Promise<void> {
  const user = (await checkouts(root)).find((one) => one.branch === branch && one.folder !== folder);
  if (user !== undefined) throw new BranchInUseError(branch, user.folder);
}

/**
 * @param folder something that is there
 * @throws WorktreeTakenError when it is no worktree of the repository that `root` is in, or on another branch
 */
export async function requireWorktree(
  root: string,
  { branch, folder }: { readonly branch: string; readonly folder: string },
): Promise<void> {
  if (!(await isWorktree(root, folder))) throw new WorktreeTakenError(folder, branch, 'foreign');
  const state = await gitState(folder);
  const head = state.kind === 'repository' ? state.head : null;
  if (head?.kind !== 'branch' || head.branch !== branch)
    throw new WorktreeTakenError(folder, branch, 'elsewhere');
}

/** A `.git` of its own makes it the top of a work tree; which repository it belongs to, git tells. */
async function isWorktree(root: string, folder: string): Promise<boolean> {
  if (!existsSync(resolve(folder, '.git'))) return false;
  const state = await gitState(folder);
  if (state.kind === 'none' || (await realpath(state.top)) !== (await realpath(folder))) return false;
  return (await commonFolder(folder)) === (await commonFolder(root));
}

/** Where a repository keeps what all its worktrees share. */
async function commonFolder(folder: string): Promise<string> {
  const told = (await git(folder, ['rev-parse', '--git-common-dir'])).replace(/\n$/, '');
  return realpath(resolve(folder, told));
}

interface Checkout {
  readonly folder: string;
  /** Null when it is on none. */
  readonly branch: string | null;
}

/** All folders that the repository is checked out in, also those that are gone. */
async function checkouts(root: string): Promise<Checkout[]> {
  const listing = await git(root, ['worktree', 'list', '--porcelain']);
  return listing.split('\n\n').flatMap((entry) => {
    const lines = entry.split('\n');
    const value = (name: string) => lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
    const folder = value('worktree');
    const branch = value('branch')?.replace(/^refs\/heads\//, '') ?? null;
    return folder === undefined ? [] : [{ folder: resolve(folder), branch }];
  });
}

/**
 * Removes a work tree in which everything is committed; its branch stays.
 *
 * @throws WorktreeDirtyError when something is not
 */
export async function removeWorktree(root: string, folder: string): Promise<void> {
  await requireCleanTree(folder);
  await git(root, ['worktree', 'remove', '--', folder]);
}

/** Removes a work tree with all in it that is not committed; its branch stays. */
export async function discardWorktree(root: string, folder: string): Promise<void> {
  await git(root, ['worktree', 'remove', '--force', '--', folder]);
}
