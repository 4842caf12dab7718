import { newRunId } from '../../../base/ids.js';
import type { Run } from '../../../engine/run/run.js';
import type { Session } from '../../../engine/session/session.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import type { RunSettings } from './run-settings.js';

/** The kind of these runs. */
const KIND = 'session';

/** The newest run of a session; null when it was never run. */
export function latestRun(deps: Deps, session: Session): Promise<Run | null> {
  return executionsOf(deps).runs.latestOn(KIND, session.id);
}

/** Puts a new run of a session on record. */
export async function createRun(deps: Deps, session: Session, settings: RunSettings): Promise<Run> {
  const now = deps.clock.now();
  const run: Run = {
    id: newRunId(),
    kind: KIND,
    subject: session.id,
    project: null,
    version: null,
    settings,
    inputs: null,
    outputs: null,
    status: 'stopped',
    owner: null,
    problem: null,
    cancelledAt: null,
    actor: deps.config.values.actor,
    createdAt: now,
    updatedAt: now,
  };
  await executionsOf(deps).runs.create(run);
  return run;
}
