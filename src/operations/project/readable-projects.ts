import type { Project } from '../../store/project.js';
import { readable, recordAccessOf } from '../access/access.js';
import type { Deps } from '../deps.js';

/** Those of the projects that who works here may see. */
export function readableProjects(deps: Deps, projects: readonly Project[]): Promise<Project[]> {
  return readable(recordAccessOf(deps), projects, ({ id }) => id);
}
