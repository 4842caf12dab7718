import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { type SessionId, sessionIdFor } from '../../base/ids.js';
import { inBatches } from '../../store/in-batches.js';
import { openExistingWorkspace, type Workspace } from '../../workspace/open-workspace.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { type ArrivingSession, importBatch } from './import-batch.js';
import type { ImportOutput } from './outputs.js';
import { countOf, SessionTransfer } from './transferred-session.js';

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
    const ids = await workspace.shelf.ids();
    const transfer = new SessionTransfer();
    for await (const batch of inBatches(arriving(workspace, ids, transfer), bytesOf))
      await importBatch(deps, workspace, batch, transfer);
    const sessions = transfer.inOrderOf(ids);
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

/** The sessions that can be read; a deleted one is on its way out there. */
async function* arriving(
  { shelf }: Workspace,
  ids: readonly SessionId[],
  transfer: SessionTransfer,
): AsyncGenerator<ArrivingSession> {
  for (const from of ids) {
    const kept = await transfer.alone(from, () => shelf.read(from));
    if (kept !== null && kept.session.deletedAt === null) yield { from, id: sessionIdFor(from), kept };
  }
}

/** How large a session is with all its texts, about. */
function bytesOf({ kept: { attempts, requests } }: ArrivingSession): number {
  return (
    attempts.reduce((sum, { attempt }) => sum + attempt.size, 0) +
    requests.reduce((sum, { text }) => sum + text.length, 0)
  );
}
