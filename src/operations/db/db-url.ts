import * as z from 'zod/mini';
import { isAddress } from '../../base/text/is-address.js';
import { withoutPassword } from '../../base/text/without-password.js';
import type { ConfigSources } from '../../config/config-layer.js';
import { loadConfig } from '../../config/load-config.js';
import { describeOrigin } from '../../config/origin.js';
import { operation } from '../operation.js';
import type { DbUrlOutput } from './outputs.js';

/** Where the store is, without the password of a server's address, and where that was configured. It is not opened. */
export const dbUrl = operation(z.object({}), async (sources: ConfigSources): Promise<DbUrlOutput> => {
  const { values, origins } = await loadConfig(sources);
  return {
    location: withoutPassword(values.store),
    kind: isAddress(values.store) ? 'server' : 'file',
    origin: describeOrigin(origins.store),
  };
});
