import { closestName } from '../../base/text/closest-name.js';
import { shellWord } from '../../base/text/shell-word.js';
import type { Project } from '../../store/project.js';
import { recordAccessOf } from '../access/access.js';
import type { Deps } from '../deps.js';
import { AmbiguousReferenceError, NotFoundError } from '../errors.js';
import { readableProjects } from './readable-projects.js';

/** So many names are compared with one that is not there. */
const SUGGESTED_AMONG = 1000;

/**
 * The project that a name, an id or the unique beginning of an id means.
 *
 * @throws NotFoundError with the nearest name, when there is none
 * @throws AmbiguousReferenceError when the beginning fits several
 */
export async function findProject(deps: Deps, reference: string): Promise<Project> {
  const { projects } = deps.store;
  const named = await projects.named(reference);
  const [seen] = await readableProjects(deps, named === undefined ? [] : [named]);
  if (seen !== undefined) return seen;
  const [first, second] = await readableProjects(deps, await projects.withIdPrefix(reference.toLowerCase()));
  if (first === undefined) throw await notFound(deps, reference);
  if (second !== undefined && first.id !== reference) {
    throw new AmbiguousReferenceError(
      `"${reference}" begins the ids of several projects, for instance ${described(first)} and ${described(second)}.`,
      { hint: 'Give more of the id, or the name.', next: 'prompt-runner project list' },
    );
  }
  return first;
}

function described({ id, name }: Project): string {
  return `${id} ("${name}")`;
}

async function notFound(deps: Deps, reference: string): Promise<NotFoundError> {
  const hidden = await recordAccessOf(deps).as('reader').hidden();
  const known = await deps.store.projects.list({ hidden }, { limit: SUGGESTED_AMONG });
  const names = known.map(({ name }) => name);
  const nearest = closestName(reference, names);
  const hint =
    nearest !== undefined
      ? `Did you mean "${nearest}"?`
      : names.length === 0
        ? 'There are no projects yet.'
        : 'See which there are.';
  const next =
    names.length === 0
      ? `prompt-runner project create ${shellWord(reference)}`
      : 'prompt-runner project list';
  return new NotFoundError('PROJECT_NOT_FOUND', `No project is called "${reference}".`, { hint, next });
}
