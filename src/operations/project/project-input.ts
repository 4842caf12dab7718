import { existsSync, realpathSync, statSync } from 'node:fs';
import * as z from 'zod/mini';
import type { ProjectId } from '../../base/ids.js';
import { NameTakenError, NotAllowedError, NotFoundError } from '../errors.js';
import type { Records } from '../records.js';

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

/** @throws NameTakenError when another project has the name or the root */
export async function requireFree(
  projects: Records['projects'],
  { name, root }: { name?: string | undefined; root?: string | null | undefined },
  self?: ProjectId,
): Promise<void> {
  const named = name === undefined ? undefined : await projects.named(name);
  if (named !== undefined && named.id !== self) {
    throw new NameTakenError(`There is a project called "${name}" already.`, {
      hint: 'Choose another name, or look at that one.',
      next: `prompt-runner project show ${named.id}`,
    });
  }
  const rooted = root === undefined || root === null ? undefined : await projects.withRoot(root);
  if (rooted !== undefined && rooted.id !== self) {
    throw new NameTakenError(`${root} is the root of project "${rooted.name}" already.`, {
      hint: 'A folder is the root of one project at most.',
      next: `prompt-runner project show ${rooted.id}`,
    });
  }
}
