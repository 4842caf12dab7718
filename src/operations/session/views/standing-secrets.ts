import type { AttemptId } from '../../../base/ids.js';
import { findSecrets } from '../../../base/text/secrets.js';
import type { Session } from '../../../engine/session/session.js';
import { attemptOf } from '../../../engine/session/session-state.js';
import { decodeAnswer } from '../../../sections/index.js';
import type { Deps } from '../../deps.js';

/** A credential that an answer seems to hold: where it is, never what it is. */
export interface StandingSecret {
  readonly attempt: AttemptId;
  readonly kind: string;
}

/** What the answers that stand in a session seem to hold of credentials. */
export async function standingSecrets(
  { store }: Pick<Deps, 'store'>,
  { state }: Session,
): Promise<StandingSecret[]> {
  const reports = (state.parts ?? []).map(({ report }) => report);
  const answers = (['process', 'save-analysis', 'complete'] as const).map((step) => attemptOf(state, step));
  const standing = new Set([...answers, ...reports].filter((attempt) => attempt !== null));
  const found = Array.from(standing, async (attempt) => {
    const text = decodeAnswer(await store.journal.answer(attempt));
    return findSecrets(text).map(({ kind }) => ({ attempt, kind }));
  });
  return (await Promise.all(found)).flat();
}
