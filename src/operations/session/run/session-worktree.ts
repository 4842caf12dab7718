import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { confinedPath, exists, LeadsOutside } from '../../../base/files/confined-path.js';
import type { SessionId } from '../../../base/ids.js';
import { hasBranch } from '../../../repository/git/branches.js';
import type { GitState } from '../../../repository/git/git-state.js';
import { WorktreeImpossibleError, WorktreeTakenError } from '../../../repository/git/worktree-errors.js';
import {
  addWorktree,
  requireUnused,
  requireWorktree,
  restoreWorktree,
} from '../../../repository/git/worktrees.js';

/** The worktree of a session: the whole repository in a folder beside it. */
export interface SessionWorktree {
  readonly session: SessionId;
  readonly branch: string;
  /** The codebase's folder: the top of the repository, or a folder in it. */
  readonly root: string;
  /** The top of the repository. */
  readonly top: string;
}

/** @throws WorktreeImpossibleError outside of git, and before the first commit */
export function requireCommit(root: string, state: GitState): void {
  if (state.kind === 'none') throw new WorktreeImpossibleError(root, state.why);
  if (state.head.kind === 'unborn') throw new WorktreeImpossibleError(root, 'no-commit');
}

/**
 * Looks whether the worktree is there, or can be made.
 *
 * @throws WorktreeTakenError, BranchInUseError
 */
export async function requireSessionWorktree(wish: SessionWorktree): Promise<void> {
  const { root, branch } = wish;
  const folder = topOf(wish);
  if (await exists(folder)) await requireWorktree(root, { branch, folder });
  else await requireUnused(root, branch, folder);
}

/**
 * Makes the worktree, or finds it. When its folder is gone, or the work began elsewhere, the branch goes on in it.
 *
 * @returns the codebase's folder in it
 * @throws WorktreeTakenError, BranchInUseError
 */
export async function prepareSessionWorktree(wish: SessionWorktree): Promise<string> {
  const { root, branch } = wish;
  const folder = topOf(wish);
  if (await exists(folder)) await requireWorktree(root, { branch, folder });
  else if (await hasBranch(root, branch)) await restoreWorktree(root, { branch, folder });
  else await addWorktree(root, { branch, folder });
  return codebaseIn(folder, wish);
}

function topOf({ top, session }: SessionWorktree): string {
  return join(dirname(top), `${basename(top)}-${session}`);
}

/** A codebase that nobody has committed yet begins empty; one that is a link there does not lead out. */
async function codebaseIn(folder: string, { root, top, branch }: SessionWorktree): Promise<string> {
  const inner = relative(await realpath(top), await realpath(root));
  try {
    const codebase = await confinedPath(folder, inner);
    await mkdir(codebase, { recursive: true });
    return codebase;
  } catch (error) {
    if (error instanceof LeadsOutside) throw new WorktreeTakenError(join(folder, inner), branch, 'foreign');
    throw error;
  }
}
