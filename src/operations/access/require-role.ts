import type { Role } from '../../store/role.js';
import type { Deps } from '../deps.js';
import { accessOf, type Place, recordAccessOf } from './access.js';

/**
 * Makes sure that the actor may do in a project what the operation is about to do there.
 *
 * @param needed another role than the operation's own
 * @throws NotPermittedError
 */
export async function requireRole(deps: Deps, place: Place, needed?: Role): Promise<void> {
  await accessOf(deps).require(place, needed);
}

/** The same for sessions and projects, which in a workspace are files. */
export async function requireRecordRole(deps: Deps, place: Place): Promise<void> {
  await recordAccessOf(deps).require(place);
}
