import { accessOf, readable } from '../access/access.js';
import type { Deps } from '../deps.js';
import { projectNamesFor } from '../execution/views/project-names.js';
import { whereabouts } from '../project/current-project.js';
import type { AliasView } from './outputs.js';

/** The aliases that hold here: the project's own first, then those for all. None in a workspace without a database. */
export async function aliasesHere(deps: Deps): Promise<AliasView[]> {
  if (deps.executions === null) return [];
  const { project } = await whereabouts(deps);
  const found = await deps.executions.modelAliases.list(project?.id ?? null);
  const aliases = await readable(accessOf(deps), found, (alias) => alias.project);
  const names = await projectNamesFor(deps, aliases);
  return aliases.map(({ name, target, project: owner }) => ({
    name,
    target,
    project: owner && (names.get(owner) ?? owner),
  }));
}
