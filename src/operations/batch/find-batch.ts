import { closestName } from '../../base/text/closest-name.js';
import type { Batch } from '../../engine/batch/batch.js';
import { accessOf, type Place, readable } from '../access/access.js';
import type { Deps } from '../deps.js';
import { AmbiguousReferenceError, NotFoundError } from '../errors.js';
import { executionsOf } from '../execution/execution-records.js';

const SUGGESTED_AMONG = 500;
const ID = /^b[0-9a-hjkmnp-tv-z]{1,12}$/;
/** The word for the newest of all. */
const LATEST = 'latest';

/**
 * The batch that is meant: by its id, the unique beginning of its id, its name (the newest of several), or `latest`
 * for the newest of all.
 *
 * @throws NotFoundError when there is none
 * @throws AmbiguousReferenceError when the beginning fits several
 * @throws NotPermittedError when the operation takes a higher role in its project
 */
export async function findBatch(deps: Deps, reference: string): Promise<Batch> {
  const batch = reference === LATEST ? await latest(deps) : await referred(deps, reference);
  await accessOf(deps).require(await placeOf(deps, batch));
  return batch;
}

/** The same as it stands now. */
export async function batchAsItIs(deps: Deps, { id }: Pick<Batch, 'id'>): Promise<Batch> {
  const batch = await executionsOf(deps).batchJournal.batch(id);
  if (batch === null) throw new Error(`batch ${id} is there no more`);
  return batch;
}

async function placeOf({ store }: Deps, { project }: Batch): Promise<Place> {
  if (project === null) return null;
  const [owner] = await store.projects.withIdPrefix(project);
  return owner ?? { id: project };
}

async function referred(deps: Deps, reference: string): Promise<Batch> {
  const { batches } = executionsOf(deps);
  const [named] = await seen(deps, batches.named(reference, SUGGESTED_AMONG));
  if (named !== undefined) return named;
  const [first, second] = ID.test(reference.toLowerCase())
    ? await seen(deps, batches.withIdPrefix(reference.toLowerCase()))
    : [];
  if (first === undefined) throw await notFound(deps, reference);
  if (second !== undefined && first.id !== reference) {
    throw new AmbiguousReferenceError(
      `"${reference}" begins the ids of several batches, for instance ${first.id} and ${second.id}.`,
      { hint: 'Give more of the id.', next: 'prompt-runner batch list' },
    );
  }
  return first;
}

async function latest(deps: Deps): Promise<Batch> {
  const [newest] = await recent(deps, 1);
  if (newest !== undefined) return newest;
  throw new NotFoundError('BATCH_NOT_FOUND', 'There is no batch yet.', {
    hint: 'Ask a prompt for each row of a file.',
    next: 'prompt-runner batch run --help',
  });
}

async function recent(deps: Deps, limit: number): Promise<Batch[]> {
  const hidden = await accessOf(deps).as('reader').hidden();
  return executionsOf(deps).batches.list({ hidden }, { limit });
}

/** Those that who works here may see: the others are not there. */
async function seen(deps: Deps, found: Promise<Batch[]>): Promise<Batch[]> {
  return readable(accessOf(deps), await found, ({ project }) => project);
}

async function notFound(deps: Deps, reference: string): Promise<NotFoundError> {
  const names = (await recent(deps, SUGGESTED_AMONG)).flatMap(({ id, name }) =>
    name === null ? id : [id, name],
  );
  const nearest = closestName(reference, names);
  return new NotFoundError('BATCH_NOT_FOUND', `There is no batch "${reference}".`, {
    hint: nearest === undefined ? 'See which there are.' : `Did you mean ${nearest}?`,
    next: nearest === undefined ? 'prompt-runner batch list' : `prompt-runner batch status ${nearest}`,
  });
}
