import * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { findProject } from './find-project.js';
import { namedOrCurrent } from './named-or-current.js';
import type { ProjectShowOutput } from './outputs.js';

const SESSIONS_SHOWN = 20;

/** A project and its newest sessions. */
export const showProject = operation(
  z.object({ project: z.optional(z.string()) }),
  async (deps: Deps, given): Promise<ProjectShowOutput> => {
    const project =
      given.project === undefined
        ? await namedOrCurrent(deps)
        : await findProject(deps.store.projects, given.project);
    const sessions = await deps.store.sessions.list({ project: project.id }, 'updated', SESSIONS_SHOWN);
    const counts = await deps.store.sessions.counts({ project: project.id });
    return {
      project,
      sessions: sessions.map(({ id, title, status, step, createdAt, updatedAt }) => ({
        id,
        title,
        status,
        step,
        createdAt,
        updatedAt,
      })),
      total: Object.values(counts).reduce((sum, count) => sum + count, 0),
      next: `prompt-runner orchestrate list-sessions --project ${project.id}`,
    };
  },
);
