import * as z from 'zod/mini';
import { roles } from '../../store/role.js';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { grantRole } from '../project/grant-role.js';
import { loginInput, memberPlaceInput } from '../project/member-place.js';
import type { MemberChangeOutput } from '../project/outputs.js';
import { administeredLogins, requireLogin } from './administered-logins.js';

const input = z.extend(memberPlaceInput, { login: loginInput, role: z.enum(roles) });

/**
 * Lets a login of the server work with the tables, and gives it a role in a project, or in the store itself: the
 * server holds it to that, whatever program it uses.
 *
 * @throws NotAllowedError for a file, and for a login that did not make the tables
 * @throws NotFoundError when the server has no such login, or there is no such project
 */
export const dbGrant = operation(input, async (deps: Deps, given): Promise<MemberChangeOutput> => {
  const logins = await administeredLogins(deps);
  await requireLogin(logins, given.login);
  const granted = await grantRole(deps, given);
  await logins.admit(given.login);
  return granted;
});
