import { UnknownRevisionError } from './errors.js';
import { resolveRevision } from './resolve-revision.js';
import { git } from './run-git.js';

/**
 * Remembers the commit that a piece of work began at, as a reference of its own beside branches and tags:
 * it stays whatever becomes of the branch.
 *
 * @param name letters and digits, for instance the id of a session
 */
export async function markBase(root: string, name: string, commit: string): Promise<void> {
  await git(root, ['update-ref', referenceOf(name), commit]);
}

/** The commit that was remembered; null when none was. */
export async function markedBase(root: string, name: string): Promise<string | null> {
  try {
    return await resolveRevision(root, referenceOf(name));
  } catch (error) {
    if (error instanceof UnknownRevisionError) return null;
    throw error;
  }
}

function referenceOf(name: string): string {
  return `refs/prompt-runner/${name}/base`;
}
