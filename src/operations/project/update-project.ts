import * as z from 'zod/mini';
import type { Project } from '../../store/project.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRecordRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { findProject } from './find-project.js';
import type { ProjectOutput } from './outputs.js';
import { projectName, projectRoot } from './project-input.js';
import { refuseTaken } from './refuse-taken.js';

const input = z.object({
  project: z.string(),
  name: z.optional(projectName),
  root: z.optional(z.nullable(z.string())),
  description: z.optional(z.string()),
});

/**
 * Changes a project's name, root or description; what is not given stays.
 *
 * @throws NameTakenError when the name or the root is another project's
 */
export const updateProject = guarded(
  needs.updateProject,
  input,
  async (deps: Deps, given): Promise<ProjectOutput> => {
    const before = await findProject(deps, given.project);
    await requireRecordRole(deps, before);
    const root = given.root === undefined || given.root === null ? given.root : projectRoot(given.root);
    const project: Project = {
      ...before,
      name: given.name ?? before.name,
      root: root === undefined ? before.root : root,
      description: given.description ?? before.description,
      updatedAt: deps.clock.now(),
    };
    await refuseTaken(deps, project, await deps.store.projects.update(project));
    return { project, next: `prompt-runner project show ${project.id}` };
  },
);
