import { PromptRunnerError } from '../../base/errors.js';
import { folderAndAbove } from '../../base/files/folder-and-above.js';
import type { Project } from '../../store/project.js';
import type { Deps } from '../deps.js';
import { findProject } from './find-project.js';
import { readableProjects } from './readable-projects.js';

/** The project in force, and the place that the active session is kept for. */
export interface Whereabouts {
  readonly project: Project | null;
  readonly place: string;
}

/**
 * The project is the one named (`--project`, then PROMPT_RUNNER_PROJECT), else the one whose root is the
 * deepest that contains the working folder, else the one chosen for the folder with `project use`.
 *
 * @throws NotFoundError when a project is named that does not exist
 */
export async function whereabouts(deps: Deps): Promise<Whereabouts> {
  const { surroundings } = deps;
  const folders = folderAndAbove(surroundings.folder);
  const around = await rootAround(deps, folders);
  const place = around?.root ?? surroundings.folder;
  if (surroundings.project !== undefined) {
    return { project: await projectAround(deps, surroundings.project), place };
  }
  return { project: around ?? (await chosenFor(deps, folders)), place };
}

/**
 * The project that the caller's surroundings name. When there is none, the message says which variable of the
 * environment asked for it: nothing on the command line does.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export async function projectAround(deps: Deps, reference: string): Promise<Project> {
  const { projectVariable } = deps.surroundings;
  try {
    return await findProject(deps, reference);
  } catch (error) {
    if (projectVariable === undefined || !(error instanceof PromptRunnerError)) throw error;
    const { hint, next } = error.remedy;
    const origin = `The name comes from ${projectVariable}.`;
    throw error.withRemedy({ hint: hint === undefined ? origin : `${origin} ${hint}`, next });
  }
}

async function rootAround(deps: Deps, folders: readonly string[]): Promise<Project | null> {
  const found = await readableProjects(deps, await deps.store.projects.withRootAmong(folders));
  return found.sort((a, b) => (b.root?.length ?? 0) - (a.root?.length ?? 0))[0] ?? null;
}

async function chosenFor(deps: Deps, folders: readonly string[]): Promise<Project | null> {
  const { activeChoices, projects } = deps.store;
  const chosen = await activeChoices.nearest(folders, 'project');
  if (chosen === null) return null;
  const [project] = await readableProjects(deps, await projects.withIdPrefix(chosen));
  return project?.archivedAt === null ? project : null;
}
