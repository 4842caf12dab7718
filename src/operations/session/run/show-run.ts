import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { findSession } from '../find-session.js';
import { sessionInput } from '../given-text.js';
import { NoRunError } from './errors.js';
import type { RunOutput } from './run-outputs.js';
import { runOutputOf } from './run-view.js';
import { latestRun } from './session-runs.js';

/**
 * The newest run of a session, with what waits for somebody's word.
 * @throws NoRunError when the session was never run
 */
export const showRun = guarded(needs.showRun, sessionInput, async (deps: Deps, given): Promise<RunOutput> => {
  const session = await findSession(deps, given.session);
  const run = await latestRun(deps, session);
  if (run === null) throw new NoRunError(session.id);
  return runOutputOf(deps, run.id);
});
