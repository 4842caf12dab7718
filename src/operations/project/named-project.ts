import type { Project } from '../../store/project.js';
import type { Deps } from '../deps.js';
import { projectAround } from './current-project.js';
import { findProject } from './find-project.js';

/**
 * The project that a list is narrowed to: the one named, else the one that the surroundings name. Where the
 * working folder lies does not narrow a list.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export async function namedProject(deps: Deps, named: string | undefined): Promise<Project | undefined> {
  if (named !== undefined) return findProject(deps, named);
  const { project } = deps.surroundings;
  return project === undefined ? undefined : projectAround(deps, project);
}
