import * as z from 'zod/mini';
import { isEmpty } from '../../store/archive/take-in.js';
import { currentSchema } from '../../store/current-schema.js';
import { StoreTooNewError } from '../../store/errors.js';
import { lossesOnTheWayTo, migrateTo, requireSchemaNumber } from '../../store/schema-upgrade.js';
import { SCHEMA_VERSION } from '../../store/schema-version.js';
import { NotAllowedError } from '../errors.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import { DowngradeLosesError } from './errors.js';
import type { DbMigrateOutput } from './outputs.js';
import { archiveFile, backupFile, writeArchiveFile, writeBackup } from './write-backup.js';

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
    const from = await knownSchema(deps);
    if (to < from) {
      throw new NotAllowedError(`The schema is at ${from} already; ${to} lies below it.`, {
        next: `prompt-runner db downgrade ${to}`,
      });
    }
    requireSchemaNumber(to);
    return migrate(deps, to, await backedUp(deps, from, to));
  },
);

/**
 * Takes the schema down, to a number or by one, after a backup. What the older schema has no place for is lost only
 * when that is wanted, and is in an archive then.
 *
 * @throws SchemaNumberError when there is no such number
 * @throws NotAllowedError when the number lies above the present one
 * @throws DowngradeLosesError when something would be lost, unless it is forced
 */
export const dbDowngrade = operation(
  z.object({ to: z.optional(schemaNumber), force: z._default(z.boolean(), false) }),
  async (deps: DbDeps, given): Promise<DbMigrateOutput> => {
    const { store, clock } = deps;
    const from = await knownSchema(deps);
    const to = given.to ?? Math.max(0, from - 1);
    requireSchemaNumber(to);
    if (to > from) {
      throw new NotAllowedError(`The schema is at ${from}; ${to} lies above it.`, {
        next: `prompt-runner db upgrade ${to}`,
      });
    }
    const losses = await lossesOnTheWayTo(store.database, to);
    if (losses.length === 0) return migrate(deps, to, await backedUp(deps, from, to));
    if (!given.force) throw new DowngradeLosesError(from, to, losses);
    const file = archiveFile(deps, `schema-${from}`);
    if (store.backupTo === null) await writeBackup(deps, file);
    else await writeArchiveFile(store, { file, at: clock.now() });
    return { ...(await migrate(deps, to, file)), losses: [...losses] };
  },
);

async function knownSchema({ store }: DbDeps): Promise<number> {
  const schema = await currentSchema(store.database);
  if (schema > SCHEMA_VERSION) throw new StoreTooNewError(store.location, schema, SCHEMA_VERSION);
  return schema;
}

/** @returns the file; null when there is nothing to keep, or nothing is going to change */
async function backedUp(deps: DbDeps, from: number, to: number): Promise<string | null> {
  const { store } = deps;
  if (from === 0 || from === to) return null;
  if (store.backupTo === null && (await isEmpty(store.database))) return null;
  const file = backupFile(deps, `schema-${from}`);
  await writeBackup(deps, file);
  return file;
}

async function migrate(
  { store, clock }: DbDeps,
  to: number,
  backup: string | null,
): Promise<DbMigrateOutput> {
  const change = await migrateTo(store.database, store.location, to, clock);
  return {
    location: store.location,
    from: change.from,
    to: change.to,
    applied: [...change.applied],
    backup,
    losses: [],
  };
}
