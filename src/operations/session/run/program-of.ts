import { SessionProgram } from '../../../engine/session/run/session-program.js';
import type { Session } from '../../../engine/session/session.js';
import { sessionPorts } from '../../deps.js';
import { ceilingsOf } from '../../execution/ceilings.js';
import { executionPorts } from '../../execution/execution-ports.js';
import { executionsOf } from '../../execution/execution-records.js';
import { codebaseRoot } from './codebase-root.js';
import { RepositoryWorkplace } from './repository-workplace.js';
import type { FollowedDeps } from './run-follower.js';
import { type CommandSettings, engineSettings } from './run-settings.js';

/**
 * The steps of a session, ready to be done by models.
 *
 * @param load gives the session as it stands now
 */
export function programOf(
  deps: FollowedDeps,
  session: Session,
  settings: CommandSettings,
  load: () => Promise<Session>,
): SessionProgram {
  const { follow, config } = deps;
  const workplace = new RepositoryWorkplace({
    session,
    root: codebaseRoot(deps, session.project),
    settings,
    contextTokens: config.values['context.max_tokens'],
    follow,
  });
  const ceilings = ceilingsOf(deps, { session: settings.max_cost ?? undefined });
  const ports = {
    session: sessionPorts(deps),
    execution: executionPorts(deps),
    executions: executionsOf(deps).executions,
    workplace,
    load,
  };
  return new SessionProgram(ports, engineSettings(settings, ceilings), follow);
}
