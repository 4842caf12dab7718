import { capabilitiesOf } from './dialects/capabilities.js';
import { StoreClosedToLoginError } from './errors.js';
import type { Store } from './store.js';

/**
 * To a login that was not let in, a server's store looks as if it were not there.
 *
 * @throws StoreClosedToLoginError when it is
 */
export async function requireLetIn({ database, location }: Store): Promise<void> {
  const { rowSecurity, login } = capabilitiesOf(database);
  const made = (await rowSecurity?.ownership(database)) ?? null;
  if (made !== null && !made.isOwn) {
    throw new StoreClosedToLoginError(location, (await login(database)) ?? '', made.owner);
  }
}
