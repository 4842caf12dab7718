import type { ProjectId } from '../../base/ids.js';
import { libraryTemplates } from '../../store/library-templates.js';
import type { FetchTemplate } from '../../templates/index.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';

/**
 * What the prompts of a project, or the global ones, may bring in by name; also while sessions take no stored
 * templates.
 *
 * @param asOf as it was then; as it is when it is asked for, unless given
 * @throws NotAllowedError in a workspace without a library
 */
export function fetchText(
  deps: Deps,
  project: { readonly id: ProjectId; readonly name: string } | null,
  asOf?: Date,
): FetchTemplate {
  const scope = { project: project && { ...project, root: null } };
  const fetch = libraryTemplates(libraryOf(deps).templates).fetchFor(scope, asOf);
  return async (name) => (await fetch(name))?.text;
}
