import { closestName } from '../../base/text/closest-name.js';
import { shellWord } from '../../base/text/shell-word.js';
import type { Project } from '../../store/project.js';
import { AmbiguousReferenceError, NotFoundError } from '../errors.js';
import type { Records } from '../records.js';

/**
 * The project that a name, an id or the unique beginning of an id means.
 *
 * @throws NotFoundError with the nearest name, when there is none
 * @throws AmbiguousReferenceError when the beginning fits several
 */
export async function findProject(projects: Records['projects'], reference: string): Promise<Project> {
  const named = await projects.named(reference);
  if (named !== undefined) return named;
  const [first, second] = await projects.withIdPrefix(reference.toLowerCase());
  if (first === undefined) throw await notFound(projects, reference);
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

async function notFound(projects: Records['projects'], reference: string): Promise<NotFoundError> {
  const names = (await projects.list()).map(({ name }) => name);
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
