import { BranchNameError, GitFailedError, UnknownRevisionError } from './errors.js';
import { resolveRevision } from './resolve-revision.js';
import { git } from './run-git.js';

/**
 * Makes a branch at the present commit and goes to it. Uncommitted changes come along.
 *
 * @throws BranchNameError, GitFailedError
 */
export async function createBranch(root: string, branch: string): Promise<void> {
  await requireFreeName(root, branch);
  await git(root, ['switch', '--quiet', '--create', branch]);
}

/**
 * Goes to a branch that is there.
 *
 * @throws UnknownRevisionError, or GitFailedError when uncommitted changes are in the way
 */
export async function switchBranch(root: string, branch: string): Promise<void> {
  if (!(await hasBranch(root, branch))) throw new UnknownRevisionError(branch);
  await git(root, ['switch', '--quiet', '--no-guess', branch]);
}

/** @throws BranchNameError */
export async function requireFreeName(root: string, branch: string): Promise<void> {
  if (branch.startsWith('-') || !(await isBranchName(root, branch)))
    throw new BranchNameError(branch, 'invalid');
  if (await hasBranch(root, branch)) throw new BranchNameError(branch, 'taken');
}

async function isBranchName(root: string, branch: string): Promise<boolean> {
  try {
    // It prints another name for "@{-1}" and the like, which are no names themselves.
    return (await git(root, ['check-ref-format', '--branch', branch])).trim() === branch;
  } catch (error) {
    if (error instanceof GitFailedError) return false;
    throw error;
  }
}

/** Whether there is such a branch here. */
export async function hasBranch(root: string, branch: string): Promise<boolean> {
  try {
    await resolveRevision(root, `refs/heads/${branch}`);
    return true;
  } catch (error) {
    if (error instanceof UnknownRevisionError) return false;
    throw error;
  }
}
