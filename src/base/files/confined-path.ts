import { lstat, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The name leads out of the folder that it was meant for. For the caller, who knows how to say it. */
export class LeadsOutside extends Error {}

/**
 * The path behind all symbolic links, provided that it lies below a folder. Neither need exist.
 *
 * @param root the folder, as an absolute path
 * @param name relative to `root`, or absolute
 * @throws LeadsOutside when it does not lie below `root`, or when a link leads to nothing
 * @example await confinedPath('/home/me/shop', 'prompts/plan.md') // '/home/me/shop/prompts/plan.md'
 */
export async function confinedPath(root: string, name: string): Promise<string> {
  const path = await followLinks(resolve(root, name));
  const fromRoot = relative(await followLinks(resolve(root)), path);
  const outside = fromRoot === '..' || fromRoot.startsWith(`..${sep}`) || isAbsolute(fromRoot);
  if (outside) throw new LeadsOutside(name);
  return path;
}

/**
 * As realpath does, for a path whose last parts need not exist. A link into nothing leads outside; a file
 * that somebody makes at this moment does not.
 */
async function followLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    if (await isLink(path)) throw new LeadsOutside(path);
    return join(await followLinks(dirname(path)), path.slice(dirname(path).length));
  }
}

async function isLink(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => null);
  return stats?.isSymbolicLink() === true;
}

/** Whether something has that name, be it a link that leads nowhere. */
export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
