import * as z from 'zod/mini';
import type { Project } from '../../store/project.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRecordRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { findProject } from './find-project.js';
import type { ProjectOutput } from './outputs.js';

/** Puts a project aside, or takes it back: an archived one is in force nowhere and left out of lists. */
export const archiveProject = guarded(
  needs.archiveProject,
  z.object({ project: z.string(), archived: z._default(z.boolean(), true) }),
  async (deps: Deps, given): Promise<ProjectOutput> => {
    const before = await findProject(deps, given.project);
    await requireRecordRole(deps, before);
    const now = deps.clock.now();
    const project: Project = { ...before, archivedAt: given.archived ? now : null, updatedAt: now };
    await deps.store.projects.update(project);
    return { project, next: `prompt-runner project show ${project.id}` };
  },
);
