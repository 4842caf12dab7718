import type { Session } from '../../src/engine/session/session.js';
import type { Store } from '../../src/store/store.js';

/** Every session, deleted ones too. */
export async function everySession(store: Store): Promise<Session[]> {
  const rows = await store.database.selectFrom('orchestration_sessions').select('id').execute();
  const found = await Promise.all(rows.map(({ id }) => store.sessions.withIdPrefix(id)));
  return found.flat();
}
