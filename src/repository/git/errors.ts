import { PromptRunnerError, type Remedy } from '../../base/errors.js';

/** Git is not installed, or not in PATH. */
export class GitMissingError extends PromptRunnerError {
  readonly code = 'GIT_MISSING';
  readonly kind = 'failed';

  constructor() {
    super('git is not installed, or not in PATH.', { hint: 'Install it: https://git-scm.com/downloads' });
  }
}

/** The folder is in no work tree of git. */
export class NotARepositoryError extends PromptRunnerError {
  readonly code = 'NOT_A_REPOSITORY';
  readonly kind = 'not-allowed';

  constructor(folder: string) {
    super(`${folder} is in no git repository.`, {
      hint: 'Go to the folder of your repository, or make one of this folder.',
      next: 'git init',
    });
  }
}

/** There are changes that nobody has committed, and what was asked for would mix with them or lose them. */
export class WorktreeDirtyError extends PromptRunnerError {
  readonly code = 'WORKTREE_DIRTY';
  readonly kind = 'not-allowed';

  constructor(folder: string, files: number) {
    super(`${files} ${files === 1 ? 'file has' : 'files have'} uncommitted changes in ${folder}.`, {
      hint: 'Commit or stash them first.',
      next: 'git stash --include-untracked',
    });
  }
}

/** There is no commit, branch or tag of that name. */
export class UnknownRevisionError extends PromptRunnerError {
  readonly code = 'UNKNOWN_REVISION';
  readonly kind = 'not-found';

  constructor(revision: string) {
    super(`git knows no commit, branch or tag named "${revision}".`, {
      hint: 'See which there are.',
      next: 'git log --oneline --all -20',
    });
  }
}

/** A branch cannot be made by that name: it is taken, or it is no name for a branch. */
export class BranchNameError extends PromptRunnerError {
  readonly code = 'BRANCH_NAME';
  readonly kind = 'not-allowed';

  constructor(branch: string, why: 'taken' | 'invalid') {
    const message = {
      taken: `A branch named "${branch}" is there already.`,
      invalid: `"${branch}" is no name for a branch.`,
    };
    super(message[why], { hint: 'Choose another name.' });
  }
}

/** Git could not do what it was asked for; the message has its own words. */
export class GitFailedError extends PromptRunnerError {
  readonly code = 'GIT_FAILED';
  readonly kind = 'failed';

  constructor(command: string, why: string, remedy: Remedy = {}) {
    super(`git ${command} failed: ${why}`, remedy);
  }
}
