import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { type SessionId, sessionIdFor } from '../../base/ids.js';
import { shellWord } from '../../base/text/shell-word.js';
import type { Session } from '../../engine/session/session.js';
import { recordOf } from '../../store/session-record.js';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.js';
import { recordAccessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import type { Records } from '../records.js';
import { findSession } from '../session/find-session.js';
import type { ExportOutput, TransferredSession } from './outputs.js';
import { putRecord, underId } from './put-record.js';
import { alone, countOf, outcomeOf, untouched } from './transferred-session.js';

const input = z.object({
  workspace: z.string(),
  /** The one session to write; all of them unless given. */
  session: z.optional(z.string()),
});

const MOST_SESSIONS = 100_000;

/**
 * Writes sessions into a workspace, whose folder is made when it is not there. It may be repeated: what is
 * there already is continued or left as it is. A session that came from the older tool goes back into its
 * file.
 */
export const exportSessions = guarded(
  needs.exportSessions,
  input,
  async (deps: Deps, given): Promise<ExportOutput> => {
    const workspace = await openWorkspace(resolve(deps.surroundings.folder, given.workspace), ignore);
    const ids = new Map((await workspace.shelf.ids()).map((id) => [sessionIdFor(id), id]));
    const sessions: TransferredSession[] = [];
    for (const session of await chosenSessions(deps, given.session)) {
      const target = ids.get(session.id) ?? session.id;
      const exported = await alone(session.id, () => exportSession(deps.store, workspace, session, target));
      if (exported !== null) sessions.push(exported);
    }
    return {
      workspace: workspace.location,
      sessions,
      counts: {
        exported: countOf(sessions, 'exported'),
        updated: countOf(sessions, 'updated'),
        skipped: countOf(sessions, 'skipped'),
        repaired: countOf(sessions, 'repaired'),
        failed: countOf(sessions, 'failed'),
      },
      next: `prompt-runner orchestrate list-sessions --workspace ${shellWord(given.workspace)}`,
    };
  },
);

/** A file that cannot be read is the failure of the session that belongs into it, and of no other. */
function ignore(): void {}

async function chosenSessions(deps: Deps, reference: string | undefined): Promise<Session[]> {
  if (reference !== undefined) return [await findSession(deps, reference)];
  const { sessions } = deps.store;
  const ids = (
    await sessions.list({ hidden: await recordAccessOf(deps).hidden() }, 'created', { limit: MOST_SESSIONS })
  ).map(({ id }) => id);
  const found = await Promise.all(ids.map((id) => sessions.withIdPrefix(id)));
  return found.flatMap(([session]) => session ?? []);
}

async function exportSession(
  store: Records,
  workspace: Workspace,
  session: Session,
  id: SessionId,
): Promise<TransferredSession> {
  const record = underId(await recordOf(store.journal, session), id);
  const put = outcomeOf(await putRecord(workspace, record), 'exported');
  return { ...untouched(session.id), ...put, id, title: session.title };
}
