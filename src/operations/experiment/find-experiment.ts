import { closestName } from '../../base/text/closest-name.js';
import type { Experiment } from '../../engine/experiment/experiment.js';
import { accessOf, type Place, readable } from '../access/access.js';
import type { Deps } from '../deps.js';
import { AmbiguousReferenceError, NotFoundError } from '../errors.js';
import { executionsOf } from '../execution/execution-records.js';
import { scopeHere } from '../prompt/prompt-scope.js';

const SUGGESTED_AMONG = 500;
const ID = /^e[0-9a-hjkmnp-tv-z]{3,12}$/;

/**
 * The experiment that a reference means here: by its name (a project's before a global one), its id or the unique
 * beginning of its id; an archived one by its id only.
 *
 * @throws NotFoundError when there is none
 * @throws AmbiguousReferenceError when the beginning fits several
 * @throws NotPermittedError when the operation takes a higher role where it belongs
 */
export async function findExperiment(deps: Deps, reference: string): Promise<Experiment> {
  const { experiments } = executionsOf(deps);
  const [named] = await seen(deps, experiments.named(reference, await scopeHere(deps)));
  const experiment = named ?? (await withId(deps, reference));
  if (experiment === undefined) throw await notFound(deps, reference);
  await accessOf(deps).require(await placeOf(deps, experiment));
  return experiment;
}

/** The same as it stands now. */
export async function experimentAsItIs(deps: Deps, { id }: Pick<Experiment, 'id'>): Promise<Experiment> {
  const [experiment] = await executionsOf(deps).experiments.withIdPrefix(id);
  if (experiment === undefined) throw new Error(`experiment ${id} is there no more`);
  return experiment;
}

async function placeOf({ store }: Deps, { project }: Experiment): Promise<Place> {
  if (project === null) return null;
  const [owner] = await store.projects.withIdPrefix(project);
  return owner ?? { id: project };
}

async function withId(deps: Deps, text: string): Promise<Experiment | undefined> {
  if (!ID.test(text)) return undefined;
  const [first, second] = await seen(deps, executionsOf(deps).experiments.withIdPrefix(text));
  if (second === undefined) return first;
  throw new AmbiguousReferenceError(`"${text}" begins the ids of several experiments.`, {
    hint: 'Give more of the id, or the name.',
    next: 'prompt-runner experiment list',
  });
}

/** Those that who works here may see: the others are not there. */
async function seen(deps: Deps, found: Promise<Experiment[]>): Promise<Experiment[]> {
  return readable(accessOf(deps), await found, ({ project }) => project);
}

async function notFound(deps: Deps, reference: string): Promise<NotFoundError> {
  const hidden = await accessOf(deps).as('reader').hidden();
  const recent = await executionsOf(deps).experiments.list({ hidden }, { limit: SUGGESTED_AMONG });
  const names = recent.filter(({ archivedAt }) => archivedAt === null).map(({ name }) => name);
  const nearest = closestName(reference, names);
  return new NotFoundError('EXPERIMENT_NOT_FOUND', `There is no experiment "${reference}" here.`, {
    hint: nearest === undefined ? 'See which there are.' : `Did you mean ${nearest}?`,
    next:
      nearest === undefined ? 'prompt-runner experiment list' : `prompt-runner experiment show ${nearest}`,
  });
}
