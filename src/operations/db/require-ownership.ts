import type { Store } from '../../store/store.js';
import { NotAllowedError } from '../errors.js';

/**
 * Makes sure that who works here may do what is about all of a store: anybody with a file, and on a server who made
 * the tables. Any other login sees a part of the rows, and a part must not be taken for the whole.
 *
 * @throws NotAllowedError for any other login
 */
export async function requireOwnership(store: Pick<Store, 'logins' | 'location' | 'login'>): Promise<void> {
  const ownership = await store.logins?.ownership();
  if (!ownership || ownership.isOwn) return;
  const { owner } = ownership;
  throw new NotAllowedError(
    `This is about all of ${store.location}, of which ${await store.login()} sees and changes a part.`,
    { hint: `${owner} can do it, who made its tables: with an address that begins postgres://${owner}@.` },
  );
}
