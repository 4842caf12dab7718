import { GitFailedError, UnknownRevisionError } from './errors.js';
import { git } from './run-git.js';

/**
 * The full id of a commit.
 *
 * @throws UnknownRevisionError
 */
export async function resolveRevision(root: string, revision: string): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  try {
    // From git 2.30 on it prints the option as well.
    return (await git(root, args)).trim().split('\n').at(-1) ?? '';
  } catch (error) {
    if (error instanceof GitFailedError) throw new UnknownRevisionError(revision);
    throw error;
  }
}

/** The id of the tree that has no files: what everything is new against. */
export async function emptyTree(root: string): Promise<string> {
  return (await git(root, ['hash-object', '-t', 'tree', '--stdin'], { input: '' })).trim();
}
