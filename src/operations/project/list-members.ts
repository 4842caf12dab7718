import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { memberPlace, memberPlaceInput } from './member-place.js';
import { memberCommand, placeView } from './member-views.js';
import type { MembersOutput } from './outputs.js';

/**
 * Who may do what in a project, or in the store itself. None says that it is open to everybody who can open the
 * store.
 *
 * @throws NotFoundError, NotPermittedError
 */
export const listMembers = guarded(
  needs.listMembers,
  memberPlaceInput,
  async (deps: Deps, given): Promise<MembersOutput> => {
    const { members, project } = await memberPlace(deps, given);
    await requireRole(deps, project);
    const found = await members.list(project?.id ?? null);
    return {
      project: placeView(project),
      open: found.length === 0,
      members: found.map((member) => ({ ...member })),
      next: memberCommand('grant LOGIN --role editor', project),
    };
  },
);
