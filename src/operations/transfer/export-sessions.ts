import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { type SessionId, sessionIdFor } from '../../base/ids.js';
import { shellWord } from '../../base/text/shell-word.js';
import type { SessionRecord } from '../../store/session-record.js';
import type { SessionSummary } from '../../store/session-store.js';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.js';
import { recordAccessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findSession } from '../session/find-session.js';
import type { ExportOutput, TransferredSession } from './outputs.js';
import { isToBePut, putOutcome, underId } from './put-record.js';
import { readEach } from './read-each.js';
import { countOf, outcomeOf, SessionTransfer, untouched } from './transferred-session.js';

const input = z.object({
  workspace: z.string(),
  /** The one session to write; all of them unless given. */
  session: z.optional(z.string()),
});

/** Sessions are looked up so many at a time. */
const PAGE = 500;

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
    const transfer = new SessionTransfer();
    const chosen: SessionId[] = [];
    for await (const page of chosenSessions(deps, given.session)) {
      chosen.push(...page);
      for await (const record of readEach(deps.store.records, page, transfer)) {
        const { id } = record.session;
        await transfer.alone(id, async () => {
          transfer.tell(id, await exportSession(workspace, record, ids.get(id) ?? id));
        });
      }
    }
    const sessions = transfer.inOrderOf(chosen);
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

/** The ids of the sessions, a page at a time. */
async function* chosenSessions(
  deps: Deps,
  reference: string | undefined,
): AsyncGenerator<readonly SessionId[]> {
  if (reference !== undefined) {
    yield [(await findSession(deps, reference)).id];
    return;
  }
  const filter = { hidden: await recordAccessOf(deps).hidden() };
  for (let last: SessionSummary | undefined; ; ) {
    const after = last && ([last.createdAt.toISOString(), last.id] as const);
    const page = await deps.store.sessions.list(filter, 'created', { limit: PAGE, after });
    yield page.map(({ id }) => id);
    last = page.at(-1);
    if (last === undefined) return;
  }
}

async function exportSession(
  { records }: Workspace,
  record: SessionRecord,
  id: SessionId,
): Promise<TransferredSession> {
  const exported = underId(record, id);
  const put = putOutcome(exported, (await records.outlines([id])).get(id));
  if (isToBePut(put)) await records.putAll([exported]);
  const { id: from, title } = record.session;
  return { ...untouched(from), ...outcomeOf(put, 'exported'), id, title };
}
