import type { SessionId } from '../../../base/ids.js';
import { markBase, markedBase } from '../../../repository/git/base-mark.js';
import { createBranch, hasBranch, switchBranch } from '../../../repository/git/branches.js';
import { WorktreeDirtyError } from '../../../repository/git/errors.js';
import { type GitState, gitState } from '../../../repository/git/git-state.js';
import { requireUnused } from '../../../repository/git/worktrees.js';
import { prepareSessionWorktree, requireCommit, requireSessionWorktree } from './session-worktree.js';

/** Where an agent may change files. */
export interface ImplementationGround {
  /** Absolute. */
  readonly folder: string;
  /** Null outside of git, and before the first commit. */
  readonly branch: string | null;
  /** The commit that the changes are counted from; null where `branch` is. */
  readonly base: string | null;
}

/** What is wished for it. */
export interface GroundWish {
  readonly session: SessionId;
  /** The codebase's folder. */
  readonly root: string;
  /** In a folder of its own, beside the codebase. */
  readonly worktree: boolean;
  /** Although there are changes that nobody has committed. */
  readonly dirty: boolean;
}

type Repository = Extract<GitState, { kind: 'repository' }>;

/**
 * Makes the ground ready: a branch of the session's own, in the folder itself or in a worktree beside the
 * repository. Called again, it finds what it made.
 *
 * @throws WorktreeDirtyError when uncommitted changes are there and nobody agreed to work among them
 * @throws WorktreeImpossibleError, WorktreeTakenError, BranchInUseError
 */
export async function prepareGround(wish: GroundWish): Promise<ImplementationGround> {
  const state = await gitState(wish.root);
  if (wish.worktree) requireCommit(wish.root, state);
  if (state.kind === 'none' || state.head.kind === 'unborn') {
    return { folder: wish.root, branch: null, base: null };
  }
  const branch = branchOf(wish.session);
  const folder = wish.worktree
    ? await prepareSessionWorktree({ ...wish, branch, top: state.top })
    : await inPlace(wish, state, branch);
  return { folder, branch, base: await baseOf(wish, state.head.commit) };
}

/**
 * Looks whether the ground can be made ready, before anything is paid for.
 *
 * @param wish without a session when it is not begun yet
 * @throws WorktreeDirtyError, WorktreeImpossibleError, WorktreeTakenError, BranchInUseError
 */
export async function requireGround({
  session,
  ...wish
}: Omit<GroundWish, 'session'> & { readonly session: SessionId | null }): Promise<void> {
  const state = await gitState(wish.root);
  if (wish.worktree) return requireWorktreeGround(session, wish.root, state);
  if (state.kind === 'none') return;
  const branch = session === null ? null : branchOf(session);
  if (branch !== null && isOn(state, branch)) return;
  if (!wish.dirty) requireClean(wish.root, state);
  if (branch !== null && state.head.kind !== 'unborn') await requireUnused(wish.root, branch, state.top);
}

async function requireWorktreeGround(
  session: SessionId | null,
  root: string,
  state: GitState,
): Promise<void> {
  requireCommit(root, state);
  if (session === null || state.kind === 'none') return;
  await requireSessionWorktree({ session, root, branch: branchOf(session), top: state.top });
}

function branchOf(session: SessionId): string {
  return `prompt-runner/${session}`;
}

async function inPlace({ root, dirty }: GroundWish, state: Repository, branch: string): Promise<string> {
  if (isOn(state, branch)) return root;
  if (!dirty) requireClean(root, state);
  await requireUnused(root, branch, state.top);
  if (await hasBranch(root, branch)) await switchBranch(root, branch);
  else await createBranch(root, branch);
  return root;
}

/** The commit at which the session's work began, the first time it did. */
async function baseOf({ root, session }: GroundWish, present: string): Promise<string> {
  const marked = await markedBase(root, session);
  if (marked !== null) return marked;
  await markBase(root, session, present);
  return present;
}

function isOn({ head }: Repository, branch: string): boolean {
  return head.kind === 'branch' && head.branch === branch;
}

/** Before the first commit, git can neither stash nor make a worktree. */
function requireClean(root: string, { changes, head }: Repository): void {
  if (changes.files === 0) return;
  throw new WorktreeDirtyError(root, changes.files).withRemedy(
    head.kind === 'unborn'
      ? { hint: 'Make a first commit of them, or add --yes to work among them.' }
      : {
          hint: 'Commit or stash them, add --worktree to work beside them, or --yes to work among them.',
          next: 'git stash --include-untracked',
        },
  );
}
