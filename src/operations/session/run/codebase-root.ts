import { repositoryRoot } from '../../../base/files/repository-root.js';
import type { Deps } from '../../deps.js';

/** The folder of the codebase: the project's, else the repository around the caller, else where the caller is. */
export function codebaseRoot(
  { surroundings }: Pick<Deps, 'surroundings'>,
  project: { readonly root: string | null } | null,
): string {
  return project?.root ?? repositoryRoot(surroundings.folder) ?? surroundings.folder;
}
