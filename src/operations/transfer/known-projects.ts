import type { SessionProject } from '../../engine/session/session.js';
import type { Project } from '../../store/project.js';
import type { Deps } from '../deps.js';
import { readableProjects } from '../project/readable-projects.js';

/** The project of the store that another place's is; null when there is none, or none was named. */
export type KnownProject = (project: SessionProject | null) => SessionProject | null;

/** Finds out which of the store's own projects are meant: the very same, or the ones of these names. */
export async function knownProjects(
  deps: Deps,
  given: readonly (SessionProject | null)[],
): Promise<KnownProject> {
  const named = given.filter((project) => project !== null);
  const { projects } = deps.store;
  const ids = [...new Set(named.map(({ id }) => id))];
  const byId = keyed(await readableProjects(deps, await projects.withIds(ids)), ({ id }) => id);
  const names = named.filter(({ id }) => !byId.has(id)).map(({ name }) => name);
  const found = await projects.withNames([...new Set(names)]);
  const byName = keyed(await readableProjects(deps, found), ({ name }) => name);
  return (project) => {
    const known = project && (byId.get(project.id) ?? byName.get(project.name));
    return known ? { id: known.id, name: known.name, root: known.root } : null;
  };
}

function keyed<Key>(projects: readonly Project[], keyOf: (project: Project) => Key): Map<Key, Project> {
  return new Map(projects.map((project) => [keyOf(project), project]));
}
