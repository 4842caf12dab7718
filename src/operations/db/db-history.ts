import * as z from 'zod/mini';
import { appliedMigrations } from '../../store/current-schema.js';
import { migrations } from '../../store/migrations/index.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import type { DbHistoryOutput } from './outputs.js';

/** Every migration there is, and when the store had it. */
export const dbHistory = operation(z.object({}), async ({ store }: DbDeps): Promise<DbHistoryOutput> => {
  const applied = await appliedMigrations(store.database);
  return {
    location: store.location,
    migrations: migrations.map(({ number, name }) => ({
      number,
      name,
      appliedAt: applied.get(number) ?? null,
    })),
  };
});
