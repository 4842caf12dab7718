import type { Deps } from '../../deps.js';
import type { ProjectNames } from './execution-view.js';

/** Looked up only when one of the executions belongs to a project. */
export async function projectNamesFor(
  { store }: Deps,
  executions: readonly { readonly project: string | null }[],
): Promise<ProjectNames> {
  if (executions.every(({ project }) => project === null)) return new Map();
  return new Map((await store.projects.list()).map(({ id, name }) => [id, name]));
}
