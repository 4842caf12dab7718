import type { ProjectId } from '../../base/ids.js';
import { libraryTemplates } from '../../store/library-templates.js';
import type { FetchTemplate } from '../../templates/index.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';

/**
 * What the prompts of a project, or the global ones, may bring in by name; also while sessions take no stored
 * templates.
 *
 * @throws NotAllowedError in a workspace without a library
 */
export function fetchText(
  deps: Deps,
  project: { readonly id: ProjectId; readonly name: string } | null,
): FetchTemplate {
  const fetch = libraryTemplates(libraryOf(deps).templates).fetchFor({
    project: project && { ...project, root: null },
  });
  return async (name) => (await fetch(name))?.text;
}
