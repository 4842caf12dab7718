import type { Project } from '../../store/project.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRecordRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { deletionOf } from '../prompt/delete-prompt.js';
import { findProject } from './find-project.js';
import type { ProjectDeleteOutput } from './outputs.js';
import { projectReference } from './project-input.js';

/** What deleting a project would take along, without doing it. */
export const previewProjectDeletion = guarded(
  needs.previewProjectDeletion,
  projectReference,
  async (deps: Deps, given): Promise<ProjectDeleteOutput> => {
    const project = await findProject(deps, given.project);
    await requireRecordRole(deps, project);
    return {
      project,
      sessionsKept: await deps.store.sessions.countOfProject(project.id),
      promptsDeleted: (await deps.library?.prompts.countOfProject(project.id)) ?? 0,
      next: 'prompt-runner project list',
    };
  },
);

/**
 * Deletes a project. Its sessions stay, without a project. Its prompts are deleted as `deletePrompt` does it, and
 * come back as global ones, in force nowhere.
 *
 * @throws PromptChangedError when somebody changes one of its prompts meanwhile
 */
export const deleteProject = guarded(
  needs.deleteProject,
  projectReference,
  async (deps: Deps, given): Promise<ProjectDeleteOutput> => {
    const preview = await previewProjectDeletion(deps, given);
    const project = await findProject(deps, given.project);
    // Somebody may add a prompt just before the project goes.
    do await deletePrompts(deps, project);
    while (!(await deps.store.projects.delete(project.id)));
    await deps.store.activeChoices.forget(project.id);
    return preview;
  },
);

async function deletePrompts(deps: Deps, { id, name }: Project): Promise<void> {
  if (deps.library === null) return;
  const { prompts, promptJournal } = deps.library;
  const owned = await prompts.ofProject(id);
  const note = `project ${name} was deleted`;
  await promptJournal.commitAll(owned.map((prompt) => deletionOf(deps, prompt, note)));
}
