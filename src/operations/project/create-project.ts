import * as z from 'zod/mini';
import { newProjectId } from '../../base/ids.js';
import type { Project } from '../../store/project.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import type { ProjectOutput } from './outputs.js';
import { projectName, projectRoot } from './project-input.js';
import { refuseTaken } from './refuse-taken.js';

const input = z.object({
  name: projectName,
  /** The root folder; null for a project without one. */
  root: z.nullable(z.string()),
  description: z.optional(z.string()),
});

/**
 * Creates a project. Commands that run inside its root belong to it from then on.
 *
 * @throws NameTakenError when the name or the root is another project's
 */
export const createProject = guarded(
  needs.createProject,
  input,
  async (deps: Deps, given): Promise<ProjectOutput> => {
    const root = given.root === null ? null : projectRoot(given.root);
    const now = deps.clock.now();
    const project: Project = {
      id: newProjectId(),
      name: given.name,
      root,
      description: given.description ?? null,
      createdAt: now,
      updatedAt: now,
      archivedAt: null,
    };
    await refuseTaken(deps, project, await deps.store.projects.insert(project));
    await keepFromOthers(deps, project);
    return { project, next: 'prompt-runner orchestrate plan "Add password reset by mail"' };
  },
);

/** Where the store has members, nothing is open to everybody: who makes a project is its first admin. */
async function keepFromOthers(deps: Deps, { id }: Project): Promise<void> {
  const { members } = deps.store;
  if (members === null || (await members.list(null)).length === 0) return;
  const { actor } = deps.config.values;
  await members.grant(id, { login: actor, role: 'admin' }, { actor, at: deps.clock.now() });
}
