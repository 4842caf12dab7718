import { closestName } from '../../base/text/closest-name.js';
import type { Optimization } from '../../engine/optimize/optimization.js';
import { accessOf, type Place, readable } from '../access/access.js';
import type { Deps } from '../deps.js';
import { AmbiguousReferenceError, NotFoundError } from '../errors.js';
import { executionsOf } from '../execution/execution-records.js';

const SUGGESTED_AMONG = 500;
const ID = /^o[0-9a-hjkmnp-tv-z]{1,12}$/;
/** The word for the newest of all. */
const LATEST = 'latest';

/**
 * The optimisation that is meant: by its id, the unique beginning of its id, or `latest` for the newest of all.
 *
 * @throws NotFoundError when there is none
 * @throws AmbiguousReferenceError when the beginning fits several
 * @throws NotPermittedError when the operation takes a higher role in its project
 */
export async function findOptimization(deps: Deps, reference: string): Promise<Optimization> {
  const optimization =
    reference === LATEST ? await latest(deps) : await withId(deps, reference.toLowerCase());
  await accessOf(deps).require(await placeOf(deps, optimization));
  return optimization;
}

/** The same as it stands now. */
export async function optimizationAsItIs(
  deps: Deps,
  { id }: Pick<Optimization, 'id'>,
): Promise<Optimization> {
  const optimization = await executionsOf(deps).optimizationJournal.optimization(id);
  if (optimization === null) throw new Error(`optimisation ${id} is there no more`);
  return optimization;
}

/** The newest ones that who works here may see. */
export async function recentOptimizations(deps: Deps, limit: number): Promise<Optimization[]> {
  const hidden = await accessOf(deps).as('reader').hidden();
  return executionsOf(deps).optimizations.list({ hidden }, { limit });
}

async function placeOf({ store }: Deps, { project }: Optimization): Promise<Place> {
  if (project === null) return null;
  const [owner] = await store.projects.withIdPrefix(project);
  return owner ?? { id: project };
}

async function withId(deps: Deps, text: string): Promise<Optimization> {
  const found = ID.test(text) ? await executionsOf(deps).optimizations.withIdPrefix(text) : [];
  // Those that who works here may not see are not there.
  const [first, second] = await readable(accessOf(deps), found, ({ project }) => project);
  if (first === undefined) throw await notFound(deps, text);
  if (second === undefined || first.id === text) return first;
  throw new AmbiguousReferenceError(
    `"${text}" begins the ids of several optimisations, for instance ${first.id} and ${second.id}.`,
    { hint: 'Give more of the id.', next: 'prompt-runner optimize list' },
  );
}

async function latest(deps: Deps): Promise<Optimization> {
  const [newest] = await recentOptimizations(deps, 1);
  if (newest !== undefined) return newest;
  throw new NotFoundError('OPTIMIZATION_NOT_FOUND', 'There is no optimisation yet.', {
    hint: 'Search for a better text of a prompt.',
    next: 'prompt-runner optimize run --help',
  });
}

async function notFound(deps: Deps, text: string): Promise<NotFoundError> {
  const nearest = closestName(
    text,
    (await recentOptimizations(deps, SUGGESTED_AMONG)).map(({ id }) => id),
  );
  return new NotFoundError('OPTIMIZATION_NOT_FOUND', `There is no optimisation "${text}".`, {
    hint: nearest === undefined ? 'See which there are.' : `Did you mean ${nearest}?`,
    next: nearest === undefined ? 'prompt-runner optimize list' : `prompt-runner optimize show ${nearest}`,
  });
}
