import { statSync } from 'node:fs';
import * as z from 'zod/mini';
import { describeOrigin } from '../../config/origin.js';
import { currentSchema } from '../../store/current-schema.js';
import { SCHEMA_VERSION } from '../../store/schema-version.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import type { DbCurrentOutput } from './outputs.js';

/** Which store is in use, where that was configured, and how old its schema is. */
export const dbCurrent = operation(
  z.object({}),
  async ({ store, config }: DbDeps): Promise<DbCurrentOutput> => {
    const schema = await currentSchema(store.database);
    return {
      location: store.location,
      origin: describeOrigin(config.origins.store),
      schema,
      newest: SCHEMA_VERSION,
      sizeBytes: sizeOf(store.location),
      next: schema < SCHEMA_VERSION ? 'prompt-runner db upgrade' : null,
    };
  },
);

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}
