import type { ExecutionId } from '../../base/ids.js';
import { closestName } from '../../base/text/closest-name.js';
import type { Execution, ExecutionSummary } from '../../engine/execution/execution.js';
import type { ExecutionFilter } from '../../store/execution-filter.js';
import { accessOf, type Place, readable } from '../access/access.js';
import type { Deps } from '../deps.js';
import { AmbiguousReferenceError, NotFoundError } from '../errors.js';
import { executionsOf } from './execution-records.js';

const SUGGESTED_AMONG = 500;
/** The word for the newest of all. */
const LATEST = 'latest';

/**
 * The execution that is meant: by its id, by the unique beginning of its id, or by `latest` for the newest.
 *
 * @throws NotFoundError when there is none
 * @throws AmbiguousReferenceError when the beginning fits several
 * @throws NotPermittedError when the operation takes a higher role in its project
 */
export async function findExecution(deps: Deps, reference: string): Promise<ExecutionSummary> {
  const execution = reference === LATEST ? await latest(deps) : await referred(deps, reference);
  await accessOf(deps).require(await placeOf(deps, execution));
  return execution;
}

async function placeOf({ store }: Deps, { project }: ExecutionSummary): Promise<Place> {
  if (project === null) return null;
  const [owner] = await store.projects.withIdPrefix(project);
  return owner ?? { id: project };
}

async function referred(deps: Deps, reference: string): Promise<ExecutionSummary> {
  const found = await executionsOf(deps).executions.withIdPrefix(reference.toLowerCase());
  const [first, second] = await readable(accessOf(deps), found, ({ project }) => project);
  if (first === undefined || reference === '') throw await notFound(deps, reference);
  if (second !== undefined && first.id !== reference) {
    throw new AmbiguousReferenceError(
      `"${reference}" begins the ids of several executions, for instance ${first.id} and ${second.id}.`,
      { hint: 'Give more of the id.', next: 'prompt-runner execution list' },
    );
  }
  return first;
}

/**
 * The same with all that is on record of it.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export async function findWholeExecution(deps: Deps, reference: string): Promise<Execution> {
  const { id } = await findExecution(deps, reference);
  const whole = await executionsOf(deps).executions.whole(id);
  if (whole === null) throw gone(id);
  return whole;
}

async function latest(deps: Deps): Promise<ExecutionSummary> {
  const [newest] = await executionsOf(deps).executions.list(await seenBy(deps), { limit: 1 });
  if (newest !== undefined) return newest;
  throw new NotFoundError('EXECUTION_NOT_FOUND', 'Nothing is on record yet.', {
    hint: 'Ask a model something; the fake one needs no key.',
    next: 'prompt-runner run "Say hello." --model fake',
  });
}

async function seenBy(deps: Deps): Promise<ExecutionFilter> {
  return { hidden: await accessOf(deps).as('reader').hidden() };
}

/** Somebody else removed it between two looks. */
function gone(id: ExecutionId): NotFoundError {
  return new NotFoundError('EXECUTION_NOT_FOUND', `Execution ${id} was removed just now.`, {
    next: 'prompt-runner execution list',
  });
}

async function notFound(deps: Deps, reference: string): Promise<NotFoundError> {
  const recent = await executionsOf(deps).executions.list(await seenBy(deps), { limit: SUGGESTED_AMONG });
  const nearest = closestName(
    reference,
    recent.map(({ id }) => id),
  );
  return new NotFoundError('EXECUTION_NOT_FOUND', `There is no execution "${reference}".`, {
    hint:
      nearest === undefined
        ? 'See which there are, or search for words in them.'
        : `Did you mean ${nearest}?`,
    next: nearest === undefined ? 'prompt-runner execution list' : `prompt-runner execution show ${nearest}`,
  });
}
