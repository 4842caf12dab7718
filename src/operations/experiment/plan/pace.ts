import type { Experiment } from '../../../engine/experiment/experiment.js';
import { accessOf } from '../../access/access.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';

const DAY_MS = 86_400_000;
/** Four weeks have as many Mondays as any other day. */
const LOOKED_BACK_DAYS = 28;
/** Nobody waits for more to be counted. */
const MOST = 100_000;

/** How many sessions and users come, where an experiment is. */
export interface Pace {
  /** Days that it was looked back: fewer where sessions began later. */
  readonly days: number;
  readonly sessions: number;
  readonly users: number;
}

/** How many sessions began lately in the project of an experiment, or anywhere, and by how many users. */
export async function paceOf(deps: Deps, { project }: Experiment): Promise<Pace> {
  const now = deps.clock.now().getTime();
  const since = new Date(now - LOOKED_BACK_DAYS * DAY_MS);
  const hidden = await accessOf(deps).hidden();
  const begun = await executionsOf(deps).sessionFacts.begun({ project, hidden, since }, MOST);
  const first = begun.at(-1)?.startedAt.getTime() ?? since.getTime();
  return {
    days: Math.min(LOOKED_BACK_DAYS, Math.max(1, Math.ceil((now - first) / DAY_MS))),
    sessions: begun.length,
    users: new Set(begun.map(({ user }) => user)).size,
  };
}
