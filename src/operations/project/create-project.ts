import * as z from 'zod/mini';
import { newProjectId } from '../../base/ids.js';
import type { Project } from '../../store/project.js';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import type { ProjectOutput } from './outputs.js';
import { projectName, projectRoot, requireFree } from './project-input.js';

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
export const createProject = operation(input, async (deps: Deps, given): Promise<ProjectOutput> => {
  const root = given.root === null ? null : projectRoot(given.root);
  await requireFree(deps.store.projects, { name: given.name, root });
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
  await deps.store.projects.insert(project);
  return { project, next: 'prompt-runner orchestrate plan "Add password reset by mail"' };
});
