import type { Session } from '../../../engine/session/session.js';
import type { Deps } from '../../deps.js';
import type { Participation } from '../participation.js';
import { sessionExperiments } from '../views/session-experiments.js';

/**
 * Who does the phases of a session, and how, by the variants that it got when it began. Of a session that got none,
 * nothing of experiments is loaded.
 *
 * @throws ExperimentStateError when a model cannot be asked here
 */
export async function strategyOf(
  deps: Deps,
  session: Session,
): Promise<Pick<Participation, 'models' | 'parameters'>> {
  const got = await sessionExperiments(deps, session);
  if (got.every(({ variant }) => variant === null)) return { models: {}, parameters: {} };
  const { modelsOfSession } = await import('../../experiment/online/models-of-session.js');
  return modelsOfSession(deps, session, got);
}
