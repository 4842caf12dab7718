import { GitFailedError, GitMissingError, NotARepositoryError } from './errors.js';
import { git } from './run-git.js';

export interface Commit {
  /** The short id. */
  readonly id: string;
  /** Of the commit, as `2026-01-31`. */
  readonly date: string;
  readonly subject: string;
  /** What it changed below the folder, relative to it. */
  readonly files: readonly string[];
}

/**
 * The last commits that changed something below a folder, the newest first; none where there is no
 * repository, or nothing in it.
 *
 * @param path what they have to have changed, relative to the folder
 */
export async function recentCommits(root: string, most: number, path = '.'): Promise<Commit[]> {
  const format = '--format=%x01%h%x02%cs%x02%s%x02';
  const what = ['--name-only', '--relative', '--no-renames', '--no-ext-diff', '--no-textconv', '-z'];
  const args = ['--literal-pathspecs', 'log', `--max-count=${most}`, format, ...what, '--', path];
  try {
    return (await git(root, args)).split('\u0001').slice(1).map(readCommit);
  } catch (error) {
    const none = [GitMissingError, NotARepositoryError, GitFailedError].some((kind) => error instanceof kind);
    if (none) return [];
    throw error;
  }
}

function readCommit(entry: string): Commit {
  const [id = '', date = '', subject = '', listing = ''] = entry.split('\u0002');
  const files = listing.split('\0').map((file) => file.replace(/^\n/, ''));
  return { id, date, subject, files: files.filter((file) => file !== '') };
}
