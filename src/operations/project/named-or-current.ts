import type { Project } from '../../store/project.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';
import { whereabouts } from './current-project.js';

/** @throws NotFoundError when no project is in force here */
export async function namedOrCurrent(deps: Deps): Promise<Project> {
  const { project } = await whereabouts(deps);
  if (project !== null) return project;
  throw new NotFoundError('PROJECT_NOT_FOUND', 'This folder belongs to no project, and none was named.', {
    hint: 'Name one, or make this folder a project.',
    next: 'prompt-runner project create my-project',
  });
}
