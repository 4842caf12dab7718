import type { LoginStore } from '../../store/login-store.js';
import type { Deps } from '../deps.js';
import { NotAllowedError, NotFoundError } from '../errors.js';

export type Logins = Pick<LoginStore, 'has' | 'admit' | 'dismiss'>;

/**
 * The logins of the server, for who made the tables.
 *
 * @throws NotAllowedError for a file, and for any other login
 */
export async function administeredLogins({ store, config }: Deps): Promise<Logins> {
  const { logins } = store;
  if (logins === null) {
    throw new NotAllowedError(`${store.location} is a file, and knows no logins.`, {
      hint: 'Who can read the file can change all of it. Roles by name keep people from mistakes:',
      next: 'prompt-runner project grant ann --role editor',
    });
  }
  if ((await logins.ownership())?.isOwn) return logins;
  throw new NotAllowedError(`${config.values.actor} did not make the tables of ${store.location}.`, {
    hint: 'Who made them says which logins work with them. Roles of those are given with:',
    next: 'prompt-runner project grant ann --role editor',
  });
}

/** @throws NotFoundError when the server has no such login */
export async function requireLogin(logins: Logins, login: string): Promise<void> {
  if (await logins.has(login)) return;
  throw new NotFoundError('LOGIN_NOT_FOUND', `The server has no login ${login}.`, {
    hint: `Make it first, in psql: create role "${login.replaceAll('"', '""')}" login password '…'`,
  });
}
