import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';
import { loginInput, memberPlace, memberPlaceInput } from './member-place.js';
import { memberCommand, placeView } from './member-views.js';
import type { MemberChangeOutput } from './outputs.js';

const input = z.extend(memberPlaceInput, { login: loginInput });

/**
 * Takes somebody's role in a project away, or in the store itself; on record in the audit log.
 *
 * @throws NotFoundError when there is no such member, or project
 * @throws NotPermittedError
 * @throws LastAdminError when nobody would be admin any more
 */
export const revokeRole = guarded(
  needs.revokeRole,
  input,
  async (deps: Deps, { login, ...given }): Promise<MemberChangeOutput> => {
    const { members, project } = await memberPlace(deps, given);
    await requireRole(deps, project);
    const by = { actor: deps.config.values.actor, at: deps.clock.now() };
    const from = await members.revoke(project?.id ?? null, login, by);
    if (from === null) {
      throw new NotFoundError('MEMBER_NOT_FOUND', `${login} is no member there.`, {
        hint: 'See who is.',
        next: memberCommand('members', project),
      });
    }
    return {
      project: placeView(project),
      login,
      from,
      to: null,
      changed: true,
      closed: false,
      admin: by.actor,
      next: memberCommand('members', project),
    };
  },
);
