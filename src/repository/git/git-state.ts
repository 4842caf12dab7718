import { GitMissingError, NotARepositoryError, WorktreeDirtyError } from './errors.js';
import { git } from './run-git.js';

/** What a work tree is at. */
export type GitHead =
  | { readonly kind: 'branch'; readonly branch: string; readonly commit: string }
  /** At a commit, on no branch. */
  | { readonly kind: 'detached'; readonly commit: string }
  /** On a branch that has no commit yet. */
  | { readonly kind: 'unborn'; readonly branch: string };

/** How many files have changes that nobody has committed; a file may be both staged and changed again. */
export interface GitChanges {
  /** Every file once. */
  readonly files: number;
  readonly staged: number;
  readonly unstaged: number;
  readonly untracked: number;
  readonly conflicted: number;
}

export type GitState =
  | { readonly kind: 'none'; readonly why: 'no-git' | 'no-repository' }
  | {
      readonly kind: 'repository';
      /** The folder of the work tree. */
      readonly top: string;
      readonly head: GitHead;
      readonly changes: GitChanges;
    };

/** What git knows of a folder. Only the changes below the folder are counted. */
export async function gitState(root: string): Promise<GitState> {
  try {
    const top = (await git(root, ['rev-parse', '--show-toplevel'])).replace(/\n$/, '');
    const status = ['status', '--porcelain=v2', '--branch', '-z', '--no-renames', '--untracked-files=all'];
    const entries = (await git(root, [...status, '--ignore-submodules=dirty', '--', '.'])).split('\0');
    return { kind: 'repository', top, head: headOf(entries), changes: countChanges(entries) };
  } catch (error) {
    if (error instanceof GitMissingError) return { kind: 'none', why: 'no-git' };
    if (error instanceof NotARepositoryError) return { kind: 'none', why: 'no-repository' };
    throw error;
  }
}

/**
 * For work that shall not mix with other changes.
 *
 * @throws WorktreeDirtyError when there are any in the folder
 */
export async function requireCleanTree(root: string): Promise<void> {
  const state = await gitState(root);
  if (state.kind === 'none') throw new NotARepositoryError(root);
  if (state.changes.files > 0) throw new WorktreeDirtyError(root, state.changes.files);
}

function headOf(entries: readonly string[]): GitHead {
  const header = (name: string) =>
    entries.find((entry) => entry.startsWith(`# ${name} `))?.slice(name.length + 3) ?? '';
  const commit = header('branch.oid');
  const branch = header('branch.head');
  if (commit === '(initial)') return { kind: 'unborn', branch };
  return branch === '(detached)' ? { kind: 'detached', commit } : { kind: 'branch', branch, commit };
}

/** An entry begins with its kind, and then for `1` with two letters: of the index and of the work tree. */
function countChanges(entries: readonly string[]): GitChanges {
  const count = (shape: RegExp) => entries.filter((entry) => shape.test(entry)).length;
  return {
    files: count(/^[1u?] /),
    staged: count(/^1 [^.]/),
    unstaged: count(/^1 .[^.]/),
    untracked: count(/^\? /),
    conflicted: count(/^u /),
  };
}
