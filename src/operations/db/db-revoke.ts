import * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { loginInput } from '../project/member-place.js';
import { administeredLogins, requireLogin } from './administered-logins.js';
import type { DbRevokeOutput } from './outputs.js';

/**
 * Takes all roles of a login away, and lets it work with the tables no more.
 *
 * @throws NotAllowedError for a file, and for a login that did not make the tables
 * @throws NotFoundError when the server has no such login
 * @throws LastAdminError when a place would have no admin any more; nothing is changed then
 */
export const dbRevoke = operation(
  z.object({ login: loginInput }),
  async (deps: Deps, { login }): Promise<DbRevokeOutput> => {
    const logins = await administeredLogins(deps);
    await requireLogin(logins, login);
    const by = { actor: deps.config.values.actor, at: deps.clock.now() };
    const roles = (await deps.store.members?.revokeAll(login, by)) ?? 0;
    await logins.dismiss(login);
    return { login, roles };
  },
);
