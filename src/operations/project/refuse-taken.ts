import type { Project } from '../../store/project.js';
import type { TakenByProject } from '../../store/project-store.js';
import type { Deps } from '../deps.js';
import { NameTakenError } from '../errors.js';
import { readableProjects } from './readable-projects.js';

/**
 * Says so when a project was not written because another has what it should have. Of one that the actor may not see,
 * it says no more than that it is there.
 *
 * @param taken what the store found with another
 * @throws NameTakenError
 */
export async function refuseTaken(deps: Deps, project: Project, taken: TakenByProject | null): Promise<void> {
  if (taken === null) return;
  const { name, root } = project;
  const other = await otherProject(deps, project, taken);
  const next = other && `prompt-runner project show ${other.id}`;
  if (taken === 'name') {
    throw new NameTakenError(`There is a project called "${name}" already.`, {
      hint: other === undefined ? 'Choose another name.' : 'Choose another name, or look at that one.',
      next,
    });
  }
  const whose = other === undefined ? 'another project' : `project "${other.name}"`;
  throw new NameTakenError(`${root} is the root of ${whose} already.`, {
    hint: 'A folder is the root of one project at most.',
    next,
  });
}

/** The one that has it, where the actor may see it. */
async function otherProject(
  deps: Deps,
  { name, root }: Project,
  taken: TakenByProject,
): Promise<Project | undefined> {
  const { projects } = deps.store;
  const found = taken === 'name' ? await projects.named(name) : await projects.withRoot(root ?? '');
  const [seen] = found === undefined ? [] : await readableProjects(deps, [found]);
  return seen;
}
