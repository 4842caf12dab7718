import * as z from 'zod/mini';
import type { ProjectId } from '../../base/ids.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { promptView } from '../prompt/views/prompt-view.js';
import { totalOf } from '../session/total-of.js';
import { findProject } from './find-project.js';
import { namedOrCurrent } from './named-or-current.js';
import type { ProjectShowOutput } from './outputs.js';

const SESSIONS_SHOWN = 20;
const PROMPTS_SHOWN = 20;

/** A project with its newest sessions and prompts. */
export const showProject = guarded(
  needs.showProject,
  z.object({ project: z.optional(z.string()) }),
  async (deps: Deps, given): Promise<ProjectShowOutput> => {
    const project =
      given.project === undefined ? await namedOrCurrent(deps) : await findProject(deps, given.project);
    const sessions = await deps.store.sessions.list({ project: project.id }, 'updated', {
      limit: SESSIONS_SHOWN,
    });
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
      ...totalOf(counts),
      ...(await promptsOf(deps, project.id)),
      next: `prompt-runner orchestrate list-sessions --project ${project.id}`,
    };
  },
);

async function promptsOf(
  { library }: Deps,
  project: ProjectId,
): Promise<Pick<ProjectShowOutput, 'prompts' | 'promptsTotal'>> {
  if (library === null) return { prompts: [], promptsTotal: 0 };
  const { prompts, promptVersions } = library;
  const owned = await prompts.newestOfProject(project, PROMPTS_SHOWN);
  const labels = await promptVersions.labelsOf(owned.map(({ id }) => id));
  return {
    prompts: owned.map((prompt) => promptView(prompt, labels.get(prompt.id) ?? [])),
    promptsTotal: await prompts.countOfProject(project),
  };
}
