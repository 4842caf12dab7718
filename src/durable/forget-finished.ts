import type { Clock } from '../base/clock.js';
import type { Dbos } from './load-dbos.js';

/** What is over is of no use but to look back: what came of it stands elsewhere. */
const KEPT_DAYS = 7;
const MOST_AT_ONCE = 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Takes away the pieces that were over a week ago, so that a store that works for years keeps no more than it needs. */
export async function forgetFinished({ DBOS }: Pick<Dbos, 'DBOS'>, clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS);
  for (;;) {
    const old = await DBOS.listWorkflows({
      status: ['SUCCESS', 'ERROR', 'CANCELLED'],
      completedBefore: before.toISOString(),
      loadInput: false,
      loadOutput: false,
      limit: MOST_AT_ONCE,
    });
    await DBOS.deleteWorkflows(old.map(({ workflowID }) => workflowID));
    if (old.length < MOST_AT_ONCE) return;
  }
}
