import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { confinedPath, LeadsOutside } from '../../base/files/confined-path.js';
import { shownPath } from '../text/shown-path.js';
import { ToolRefusedError } from './errors.js';

/**
 * What a path that a model gives means: relative to the root, with slashes, behind all links; empty for
 * the root itself. It need not exist.
 *
 * @throws ToolRefusedError when it leads out of the root, or into git's own folder
 */
export async function placeInRoot(root: string, path: string): Promise<string> {
  try {
    const real = await confinedPath(root, path);
    const place = relative(await realpath(root), real)
      .split(sep)
      .join('/');
    if (!place.toLowerCase().split('/').includes('.git')) return place;
  } catch (error) {
    const refused = error instanceof LeadsOutside || (error instanceof Error && 'code' in error);
    if (!refused) throw error;
  }
  throw new ToolRefusedError(`${shownPath(path)} is not in the project.`);
}
