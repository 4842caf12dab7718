import { git } from './run-git.js';

/** The newest commit of the present branch that is not younger than a time; null when there is none. */
export async function commitBefore(root: string, time: Date): Promise<string | null> {
  const listed = await git(root, ['rev-list', '-1', `--before=${time.toISOString()}`, 'HEAD']);
  return listed.trim() || null;
}
