import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { type SessionId, sessionIdFor } from '../../base/ids.js';
import type { SessionProject } from '../../engine/session/session.js';
import type { SessionRecord } from '../../store/session-record.js';
import type { KeptSession } from '../../workspace/kept-session.js';
import { openExistingWorkspace, type Workspace } from '../../workspace/open-workspace.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRecordRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { readableProjects } from '../project/readable-projects.js';
import type { ImportOutput, TransferredSession } from './outputs.js';
import { putRecord, underId } from './put-record.js';
import { alone, countOf, outcomeOf, untouched } from './transferred-session.js';

/**
 * Takes the sessions of a workspace into the store, the older tool's too. It may be repeated: what is there
 * already is continued or left as it is. An id of the older tool's becomes one of ours, the same every time.
 *
 * @throws WorkspaceNotFoundError when there is no such folder
 */
export const importWorkspace = guarded(
  needs.importWorkspace,
  z.object({ workspace: z.string() }),
  async (deps: Deps, given): Promise<ImportOutput> => {
    const workspace = await openExistingWorkspace(resolve(deps.surroundings.folder, given.workspace), ignore);
    const sessions: TransferredSession[] = [];
    for (const id of await workspace.shelf.ids()) {
      const imported = await alone(id, () => importSession(deps, workspace, id));
      if (imported !== null) sessions.push(imported);
    }
    return {
      workspace: workspace.location,
      sessions,
      counts: {
        imported: countOf(sessions, 'imported'),
        updated: countOf(sessions, 'updated'),
        skipped: countOf(sessions, 'skipped'),
        repaired: countOf(sessions, 'repaired'),
        failed: countOf(sessions, 'failed'),
      },
      next: 'prompt-runner orchestrate list-sessions',
    };
  },
);

/** Every file is asked for by itself here, and what is wrong with it becomes its session's outcome. */
function ignore(): void {}

/** Null for a deleted session, which is on its way out there. */
async function importSession(
  deps: Deps,
  { shelf }: Workspace,
  from: SessionId,
): Promise<TransferredSession | null> {
  const kept = await shelf.read(from);
  if (kept === null || kept.session.deletedAt !== null) return null;
  const id = sessionIdFor(from);
  const project = await knownProject(deps, kept.session.project);
  await requireRecordRole(deps, project);
  await requireRoleOnKnown(deps, id);
  const record = underId(await shelf.recordOf(kept), id);
  const put = outcomeOf(await putRecord(deps.store, inProject(record, project)), 'imported');
  return {
    ...untouched(from),
    ...put,
    id,
    title: kept.session.title,
    outcome: put.outcome !== 'skipped' && isRepaired(kept) ? 'repaired' : put.outcome,
    projectLeftOut: project === null ? (kept.session.project?.name ?? null) : null,
    findings: [...kept.findings],
  };
}

/** What is there already may belong to another project than the files say. */
async function requireRoleOnKnown(deps: Deps, id: SessionId): Promise<void> {
  const [known] = await deps.store.sessions.withIdPrefix(id);
  if (known?.id === id) await requireRecordRole(deps, known.project);
}

function isRepaired({ findings }: KeptSession): boolean {
  return findings.some(({ repaired }) => repaired);
}

function inProject(record: SessionRecord, project: SessionProject | null): SessionRecord {
  return { ...record, session: { ...record.session, project } };
}

/** The store's own project that is meant: the very same, or the one of that name. */
async function knownProject(deps: Deps, project: SessionProject | null): Promise<SessionProject | null> {
  if (project === null) return null;
  const { projects } = deps.store;
  const [same] = await readableProjects(deps, await projects.withIdPrefix(project.id));
  const named = same === undefined ? await projects.named(project.name) : undefined;
  const [known] = same === undefined ? await readableProjects(deps, named ? [named] : []) : [same];
  return known === undefined ? null : { id: known.id, name: known.name, root: known.root };
}
