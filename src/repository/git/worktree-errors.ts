import { PromptRunnerError } from '../../base/errors.js';
import { shellWord } from '../../base/text/shell-word.js';

/** A worktree was wished for where git can make none. */
export class WorktreeImpossibleError extends PromptRunnerError {
  readonly code = 'WORKTREE_IMPOSSIBLE';
  readonly kind = 'not-allowed';

  constructor(folder: string, why: 'no-git' | 'no-repository' | 'no-commit') {
    const reasons = {
      'no-git': {
        message: 'A worktree is made by git, which is not installed, or not in PATH.',
        hint: 'Leave --worktree out, or install git: https://git-scm.com/downloads',
      },
      'no-repository': {
        message: `A worktree belongs to a git repository, and ${folder} is in none.`,
        hint: 'Leave --worktree out: the files are then changed where they are.',
      },
      'no-commit': {
        message: `A worktree begins at a commit, and the repository of ${folder} has none yet.`,
        hint: 'Commit what is there first, or leave --worktree out.',
      },
    };
    super(reasons[why].message, { hint: reasons[why].hint });
  }
}

/** Something lies where the worktree has to be, and it is not that worktree. */
export class WorktreeTakenError extends PromptRunnerError {
  readonly code = 'WORKTREE_TAKEN';
  readonly kind = 'not-allowed';

  constructor(folder: string, branch: string, why: 'foreign' | 'elsewhere') {
    const reasons = {
      foreign: {
        message: `${folder} is there already, and is no worktree of this repository.`,
        hint: 'Move it away.',
      },
      elsewhere: {
        message: `The worktree ${folder} is not on the branch ${branch} any more.`,
        hint: 'Go back to it there.',
        next: `git -C ${shellWord(folder)} switch ${shellWord(branch)}`,
      },
    };
    const { message, ...remedy } = reasons[why];
    super(message, remedy);
  }
}

/** A branch can be checked out in one folder at a time, and it is in another. */
export class BranchInUseError extends PromptRunnerError {
  readonly code = 'BRANCH_IN_USE';
  readonly kind = 'not-allowed';

  constructor(branch: string, folder: string) {
    super(`The branch ${branch} is checked out in ${folder} already.`, {
      hint: 'Commit what is there, and go to another branch in it. If it is gone: git worktree prune',
      next: `git -C ${shellWord(folder)} switch -`,
    });
  }
}
