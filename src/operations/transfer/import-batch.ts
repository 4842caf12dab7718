import { PromptRunnerError } from '../../base/errors.js';
import type { SessionId } from '../../base/ids.js';
import type { SessionProject } from '../../engine/session/session.js';
import { outlineOf, type SessionOutline, type SessionRecord } from '../../store/session-record.js';
import type { KeptSession } from '../../workspace/kept-session.js';
import type { Workspace } from '../../workspace/open-workspace.js';
import { requireRecordRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { type KnownProject, knownProjects } from './known-projects.js';
import type { TransferredSession } from './outputs.js';
import { isToBePut, type PutOutcome, putOutcome, underId } from './put-record.js';
import { outcomeOf, type SessionTransfer, untouched } from './transferred-session.js';

/** A session on its way into the store. */
export interface ArrivingSession {
  /** Its id in the workspace. */
  readonly from: SessionId;
  /** Its id in the store. */
  readonly id: SessionId;
  readonly kept: KeptSession;
}

/** Takes sessions into the store together: what is there already is continued or left as it is. */
export async function importBatch(
  deps: Deps,
  { shelf }: Workspace,
  batch: readonly ArrivingSession[],
  transfer: SessionTransfer,
): Promise<void> {
  const place = await placeFor(deps, batch);
  const due = new Map<SessionId, Arrived>();
  for (const arriving of batch) {
    await transfer.alone(arriving.from, async () => {
      const project = await placeOf(deps, arriving, place);
      const arrived = arrive(arriving, await shelf.recordOf(arriving.kept), project, place);
      transfer.tell(arriving.from, importedSession(arrived));
      if (!isToBePut(arrived.put)) return;
      // Another file may hold the same session: it is compared with this one.
      place.there.set(arriving.id, outlineOf(arrived.record));
      due.set(arriving.id, arrived);
    });
  }
  await putAll(deps, [...due.values()], transfer);
}

/** What is to be known of the store before sessions can go there. */
interface Place {
  readonly knownProject: KnownProject;
  readonly there: Map<SessionId, SessionOutline>;
}

async function placeFor(deps: Deps, batch: readonly ArrivingSession[]): Promise<Place> {
  const ids = batch.map(({ id }) => id);
  return {
    knownProject: await knownProjects(
      deps,
      batch.map(({ kept }) => kept.session.project),
    ),
    there: new Map(await deps.store.records.outlines(ids)),
  };
}

/**
 * The project that a session goes to. What is there already may belong to another than the files say.
 *
 * @throws NotPermittedError for either
 */
async function placeOf(
  deps: Deps,
  { id, kept }: ArrivingSession,
  { knownProject, there }: Place,
): Promise<SessionProject | null> {
  const project = knownProject(kept.session.project);
  await requireRecordRole(deps, project);
  const known = there.get(id);
  if (known !== undefined) await requireRecordRole(deps, known.project);
  return project;
}

/** A session as it shall be in the store, and what is to be done for that. */
interface Arrived extends ArrivingSession {
  readonly record: SessionRecord;
  readonly put: PutOutcome;
}

function arrive(
  arriving: ArrivingSession,
  kept: SessionRecord,
  project: SessionProject | null,
  { there }: Place,
): Arrived {
  const { id } = arriving;
  const moved = underId(kept, id);
  const record = { ...moved, session: { ...moved.session, project } };
  return { ...arriving, record, put: putOutcome(record, there.get(id)) };
}

function importedSession({ from, id, kept, record, put }: Arrived): TransferredSession {
  const became = outcomeOf(put, 'imported');
  const isRepaired = isToBePut(put) && kept.findings.some(({ repaired }) => repaired);
  return {
    ...untouched(from),
    ...became,
    id,
    title: kept.session.title,
    outcome: isRepaired ? 'repaired' : became.outcome,
    projectLeftOut: record.session.project === null ? (kept.session.project?.name ?? null) : null,
    findings: [...kept.findings],
  };
}

/** In one piece; where that fails, one by one, so that a session which cannot be written keeps no other out. */
async function putAll(deps: Deps, due: readonly Arrived[], transfer: SessionTransfer): Promise<void> {
  const { records } = deps.store;
  if (due.length === 0) return;
  try {
    await records.putAll(due.map(({ record }) => record));
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) throw error;
    for (const { from, record } of due) await transfer.alone(from, () => records.putAll([record]));
  }
}
