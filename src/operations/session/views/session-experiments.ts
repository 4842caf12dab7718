import type { Session } from '../../../engine/session/session.js';
import type { Deps } from '../../deps.js';
import type { SessionExperimentView } from '../view-shapes.js';

/** What a session takes part in; nothing in a workspace, which keeps no experiments. */
export async function sessionExperiments(
  { store, executions }: Deps,
  { id }: Pick<Session, 'id'>,
): Promise<SessionExperimentView[]> {
  if (store.members === null || executions === null) return [];
  const found = await executions.sessionExperiments.ofSession(id);
  return found.map(({ experiment, variant, chosen }) => ({
    experiment: { id: experiment.id, name: experiment.name },
    variant,
    chosen,
  }));
}
