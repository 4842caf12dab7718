import * as z from 'zod/mini';
import { roles } from '../../store/role.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { loginInput, memberPlace, memberPlaceInput } from './member-place.js';
import { memberCommand, placeView } from './member-views.js';
import type { MemberChangeOutput } from './outputs.js';

const input = z.extend(memberPlaceInput, { login: loginInput, role: z.enum(roles) });

/**
 * Gives somebody a role in a project, or in the store itself, in place of the one before; on record in the audit log.
 * Who gives the first one becomes the admin there: until then it was open to everybody.
 *
 * @throws NotFoundError, NotPermittedError
 * @throws LastAdminError when nobody would be admin any more
 */
export const grantRole = guarded(
  needs.grantRole,
  input,
  async (deps: Deps, { login, role, ...given }): Promise<MemberChangeOutput> => {
    const { members, project } = await memberPlace(deps, given);
    await requireRole(deps, project);
    const by = { actor: deps.config.values.actor, at: deps.clock.now() };
    const before = await members.grant(project?.id ?? null, { login, role }, by);
    const from = before.find((member) => member.login === login)?.role ?? null;
    return {
      project: placeView(project),
      login,
      from,
      to: role,
      changed: from !== role,
      closed: before.length === 0,
      admin: by.actor,
      next: memberCommand('members', project),
    };
  },
);
