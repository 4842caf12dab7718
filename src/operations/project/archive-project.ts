import * as z from 'zod/mini';
import type { Project } from '../../store/project.js';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { findProject } from './find-project.js';
import type { ProjectOutput } from './outputs.js';

/** Puts a project aside, or takes it back: an archived one is in force nowhere and left out of lists. */
export const archiveProject = operation(
  z.object({ project: z.string(), archived: z._default(z.boolean(), true) }),
  async (deps: Deps, given): Promise<ProjectOutput> => {
    const before = await findProject(deps.store.projects, given.project);
    const now = deps.clock.now();
    const project: Project = { ...before, archivedAt: given.archived ? now : null, updatedAt: now };
    await deps.store.projects.update(project);
    return { project, next: `prompt-runner project show ${project.id}` };
  },
);
