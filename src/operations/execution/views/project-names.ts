import type { ProjectId } from '../../../base/ids.js';
import type { Deps } from '../../deps.js';
import type { ProjectNames } from './execution-view.js';

/** Looked up only when one of the executions belongs to a project. */
export async function projectNamesFor(
  { store }: Deps,
  executions: readonly { readonly project: ProjectId | null }[],
): Promise<ProjectNames> {
  const ids = new Set(executions.flatMap(({ project }) => project ?? []));
  return ids.size === 0 ? new Map() : store.projects.namesOf([...ids]);
}
