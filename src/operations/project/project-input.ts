import { existsSync, realpathSync, statSync } from 'node:fs';
import * as z from 'zod/mini';
import { NotAllowedError, NotFoundError } from '../errors.js';

export const projectName = z
  .string()
  .check(
    z.trim(),
    z.regex(
      /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._@/+-]{0,99}$/u,
      'A project name begins with a letter or digit and has at most 100 letters, digits, spaces and . _ @ / + -',
    ),
  );

export const projectReference = z.object({ project: z.string() });

/**
 * The folder as the store keeps it: absolute, symlinks resolved.
 *
 * @throws NotFoundError when it is not there
 * @throws NotAllowedError when it is no folder
 */
export function projectRoot(folder: string): string {
  const hint = 'Give an existing folder with --root, or --no-root for a project without one.';
  if (!existsSync(folder)) {
    throw new NotFoundError('FOLDER_NOT_FOUND', `There is no folder ${folder}.`, { hint });
  }
  const root = realpathSync(folder);
  if (statSync(root).isDirectory()) return root;
  throw new NotAllowedError(`${folder} is not a folder, and cannot be a project's root.`, { hint });
}
