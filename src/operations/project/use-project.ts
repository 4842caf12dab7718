import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { NotAllowedError } from '../errors.js';
import { whereabouts } from './current-project.js';
import { findProject } from './find-project.js';
import type { ProjectOutput } from './outputs.js';
import { projectReference } from './project-input.js';

/**
 * Makes a project the one in force in this folder and below, where no project's root says otherwise.
 *
 * @throws NotAllowedError inside another project's root, which always wins
 */
export const useProject = guarded(
  needs.useProject,
  projectReference,
  async (deps: Deps, given): Promise<ProjectOutput> => {
    const project = await findProject(deps, given.project);
    const around = await whereabouts({ ...deps, surroundings: { ...deps.surroundings, project: undefined } });
    const owner = around.project;
    if (owner !== null && owner.root === around.place && owner.id !== project.id) {
      throw new NotAllowedError(
        `This folder lies in the root of project "${owner.name}", which is in force here.`,
        {
          hint: `Name the other project for one command with --project, or in PROMPT_RUNNER_PROJECT.`,
          next: `prompt-runner orchestrate list-sessions --project ${project.id}`,
        },
      );
    }
    await deps.store.activeChoices.choose(deps.surroundings.folder, 'project', project.id, deps.clock.now());
    return { project, next: 'prompt-runner orchestrate list-sessions' };
  },
);
