import * as z from 'zod/mini';
import { currentSchema } from '../../store/current-schema.js';
import { StoreTooNewError } from '../../store/errors.js';
import { backupName } from '../../store/open-store.js';
import { migrateTo, requireSchemaNumber } from '../../store/schema-upgrade.js';
import { SCHEMA_VERSION } from '../../store/schema-version.js';
import { NotAllowedError } from '../errors.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import type { DbMigrateOutput } from './outputs.js';

const schemaNumber = z.int().check(z.nonnegative());

/**
 * Brings the schema up, to a number or to the newest, after a backup.
 *
 * @throws SchemaNumberError when there is no such number
 * @throws NotAllowedError when the number lies below the present one
 * @throws StoreTooNewError when the store is newer than this program, which cannot take it down either
 */
export const dbUpgrade = operation(
  z.object({ to: z._default(schemaNumber, SCHEMA_VERSION) }),
  async (deps: DbDeps, { to }): Promise<DbMigrateOutput> => {
    const from = await currentSchema(deps.store.database);
    if (from > SCHEMA_VERSION) throw new StoreTooNewError(deps.store.location, from, SCHEMA_VERSION);
    if (to < from) {
      throw new NotAllowedError(`The schema is at ${from} already; ${to} lies below it.`, {
        next: `prompt-runner db downgrade ${to}`,
      });
    }
    return migrate(deps, from, to);
  },
);

/**
 * Takes the schema down, to a number or by one, after a backup.
 *
 * @throws SchemaNumberError when there is no such number
 * @throws NotAllowedError when the number lies above the present one
 */
export const dbDowngrade = operation(
  z.object({ to: z.optional(schemaNumber) }),
  async (deps: DbDeps, given): Promise<DbMigrateOutput> => {
    const { from, to } = await wayDown(deps, given.to);
    return migrate(deps, from, to);
  },
);

/**
 * What a downgrade would do, so that nobody is asked about what is refused afterwards.
 *
 * @throws the same as `dbDowngrade`
 */
export const foreseeDowngrade = operation(
  z.object({ to: z.optional(schemaNumber) }),
  (deps: DbDeps, given): Promise<SchemaWay> => wayDown(deps, given.to),
);

interface SchemaWay {
  readonly from: number;
  readonly to: number;
}

async function wayDown({ store }: DbDeps, given: number | undefined): Promise<SchemaWay> {
  const from = await currentSchema(store.database);
  const to = given ?? Math.max(0, from - 1);
  requireSchemaNumber(to);
  if (to > from) {
    throw new NotAllowedError(`The schema is at ${from}; ${to} lies above it.`, {
      next: `prompt-runner db upgrade ${to}`,
    });
  }
  return { from, to };
}

async function migrate({ store, clock }: DbDeps, from: number, to: number): Promise<DbMigrateOutput> {
  const { backupTo } = store;
  const isNeeded = backupTo !== null && from !== 0 && from !== to;
  const backup = isNeeded ? backupName(store.location, from, clock) : null;
  if (backup !== null) await backupTo?.(backup);
  const change = await migrateTo(store.database, store.location, to, clock);
  return { location: store.location, from: change.from, to: change.to, applied: [...change.applied], backup };
}
