import { GitFailedError, GitMissingError, NotARepositoryError } from '../git/errors.js';
import { git } from '../git/run-git.js';
import { byCodeUnits } from './file-order.js';
import { walkFolder } from './walk-folder.js';

export interface FileListing {
  /** Relative to the root, with slashes, in the order of their code units. */
  readonly paths: readonly string[];
  /** Whether these are all; otherwise the listing stopped at its limit. */
  readonly complete: boolean;
}

/** More files than this are not looked at. */
const MOST_FILES = 50_000;

/**
 * The files of a folder that belong to the project: in a git work tree those that git tracks or would
 * add, elsewhere those that no .gitignore excludes.
 */
export async function listFiles(root: string, limit = MOST_FILES): Promise<FileListing> {
  const paths = (await gitFiles(root)) ?? (await walkedFiles(root, limit + 1));
  return { paths: paths.sort(byCodeUnits).slice(0, limit), complete: paths.length <= limit };
}

/** Null where git cannot tell. */
async function gitFiles(root: string): Promise<string[] | null> {
  try {
    const list = async (...which: string[]) =>
      (await git(root, ['ls-files', '-z', ...which, '--', '.'])).split('\0').filter((path) => path !== '');
    const removed = new Set(await list('--deleted'));
    const present = new Set(await list('--cached', '--others', '--exclude-standard'));
    // A repository within this one ends with a slash.
    return Array.from(present).filter((path) => !removed.has(path) && !path.endsWith('/'));
  } catch (error) {
    const untold = [GitMissingError, NotARepositoryError, GitFailedError].some(
      (kind) => error instanceof kind,
    );
    if (untold) return null;
    throw error;
  }
}

async function walkedFiles(root: string, most: number): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of walkFolder(root)) {
    paths.push(path);
    if (paths.length >= most) break;
  }
  return paths;
}
