import * as z from 'zod/mini';
import { describeOrigin } from '../../config/origin.js';
import { currentSchema } from '../../store/current-schema.js';
import { requireLetIn } from '../../store/require-let-in.js';
import { SCHEMA_VERSION } from '../../store/schema-version.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import type { DbCurrentOutput } from './outputs.js';
import { storeSize } from './store-size.js';

/**
 * Which store is in use, where that was configured, and how old its schema is.
 *
 * @throws StoreClosedToLoginError when a server has it, and lets who logged in see nothing of it
 */
export const dbCurrent = operation(
  z.object({}),
  async ({ store, config }: DbDeps): Promise<DbCurrentOutput> => {
    const schema = await currentSchema(store.database);
    if (schema === 0) await requireLetIn(store);
    return {
      location: store.location,
      origin: describeOrigin(config.origins.store),
      schema,
      newest: SCHEMA_VERSION,
      sizeBytes: await storeSize(store),
      next: schema < SCHEMA_VERSION ? 'prompt-runner db upgrade' : null,
    };
  },
);
