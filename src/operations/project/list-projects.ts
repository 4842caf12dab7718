import * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { whereabouts } from './current-project.js';
import type { ProjectListOutput } from './outputs.js';

/** The projects by name, with their number of sessions and which one is in force here. */
export const listProjects = operation(
  z.object({ archived: z._default(z.boolean(), false) }),
  async (deps: Deps, { archived }): Promise<ProjectListOutput> => {
    const { project: current } = await whereabouts(deps);
    const projects = await deps.store.projects.list();
    const sessions = await deps.store.sessions.countsByProject();
    return {
      projects: projects
        .filter((project) => archived || project.archivedAt === null)
        .map((project) => ({
          ...project,
          current: project.id === current?.id,
          sessions: sessions.get(project.id) ?? 0,
        })),
    };
  },
);
