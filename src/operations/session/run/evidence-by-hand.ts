import type { Evidence } from '../../../engine/session/evidence.js';
import type { Session } from '../../../engine/session/session.js';
import { attemptOf } from '../../../engine/session/session-state.js';
import { commitBefore } from '../../../repository/git/commit-before.js';
import { gitState } from '../../../repository/git/git-state.js';
import type { Deps } from '../../deps.js';
import { codebaseRoot } from './codebase-root.js';
import { gatherEvidence } from './gather-evidence.js';

/** What is found in the codebase after somebody implemented by hand: since the prompt for it was given. */
export async function evidenceByHand(
  deps: Deps,
  session: Session,
  verify: readonly string[],
): Promise<Evidence> {
  const folder = codebaseRoot(deps, session.project);
  const state = await gitState(folder);
  const head = state.kind === 'repository' ? state.head : null;
  const begun = await beginningOf(deps, session);
  const base =
    head === null || head.kind === 'unborn' || begun === null ? null : await commitBefore(folder, begun);
  const branch = head === null || head.kind === 'detached' ? null : head.branch;
  return gatherEvidence({ folder, branch, base }, verify, { signal: new AbortController().signal });
}

/** When the prompt for the implementation was given first. */
async function beginningOf({ store }: Deps, session: Session): Promise<Date | null> {
  if (attemptOf(session.state, 'implement') === null) return null;
  const attempts = await store.journal.attempts(session.id);
  return attempts.find(({ step }) => step === 'implement')?.startedAt ?? null;
}
