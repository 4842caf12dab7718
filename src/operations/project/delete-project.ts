import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { findProject } from './find-project.js';
import type { ProjectDeleteOutput } from './outputs.js';
import { projectReference } from './project-input.js';

/** What deleting a project would take along, without doing it. */
export const previewProjectDeletion = operation(
  projectReference,
  async (deps: Deps, given): Promise<ProjectDeleteOutput> => {
    const project = await findProject(deps.store.projects, given.project);
    const sessions = await deps.store.sessions.countsByProject();
    return {
      project,
      sessionsKept: sessions.get(project.id) ?? 0,
      next: 'prompt-runner project list',
    };
  },
);

/** Deletes a project. Its sessions stay, without a project. */
export const deleteProject = operation(
  projectReference,
  async (deps: Deps, given): Promise<ProjectDeleteOutput> => {
    const preview = await previewProjectDeletion(deps, given);
    const { id } = await findProject(deps.store.projects, given.project);
    await deps.store.projects.delete(id);
    await deps.store.activeChoices.forget(id);
    return preview;
  },
);
