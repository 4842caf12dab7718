import { withoutPassword } from '../../base/text/without-password.js';
import { StoreAddressError } from '../errors.js';

/** The tables have a schema of their own, beside whatever else the database is for. */
const DEFAULT_SCHEMA = 'prompt_runner';

/** What an address says: how to reach the server, and where the tables are in it. */
export interface ServerAddress {
  readonly connectionString: string;
  readonly schema: string;
}

/**
 * @param address `postgres://user:password@host:port/database?schema=name`
 * @throws StoreAddressError when it is none
 */
export function readServerAddress(address: string): ServerAddress {
  if (hasUnencodedSigns(address)) throw new StoreAddressError(withoutPassword(address));
  try {
    const url = new URL(address);
    const schema = url.searchParams.get('schema') ?? DEFAULT_SCHEMA;
    url.searchParams.delete('schema');
    return { connectionString: url.href, schema };
  } catch {
    throw new StoreAddressError(withoutPassword(address));
  }
}

/** Taken as it is, such an address would name another host, and messages would show a part of the password. */
function hasUnencodedSigns(address: string): boolean {
  const [before = ''] = address.split('?');
  return before.split('@').length > 2;
}
