import { PromptRunnerError } from '../../base/errors.js';
import type { SessionId } from '../../base/ids.js';
import type { SessionRecord } from '../../store/session-record.js';
import type { Records } from '../records.js';
import type { SessionTransfer } from './transferred-session.js';

/**
 * All that is kept of sessions, read many at a time. Where that fails, the rest is read one by one, so that a session
 * which cannot be read hides no other.
 */
export async function* readEach(
  records: Pick<Records['records'], 'whole'>,
  ids: readonly SessionId[],
  transfer: SessionTransfer,
): AsyncGenerator<SessionRecord> {
  const left = new Set(ids);
  try {
    for await (const record of records.whole(ids)) {
      left.delete(record.session.id);
      yield record;
    }
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) throw error;
    for (const id of left) {
      const record = await transfer.alone(id, async () => (await records.whole([id]).next()).value);
      if (record) yield record;
    }
  }
}
