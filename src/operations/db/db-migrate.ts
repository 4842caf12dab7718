import type { Transaction } from 'kysely';
import * as z from 'zod/mini';
import { isEmpty } from '../../store/archive/take-in.js';
import { currentSchema } from '../../store/current-schema.js';
import { StoreTooNewError } from '../../store/errors.js';
import type { Loss } from '../../store/migrations/loss.js';
import type { Database } from '../../store/schema.js';
import { lossesOnTheWayTo, migrateIn, requireSchemaNumber } from '../../store/schema-upgrade.js';
import { SCHEMA_VERSION } from '../../store/schema-version.js';
import { inTransaction } from '../../store/transaction.js';
import { NotAllowedError } from '../errors.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import { DowngradeLosesError } from './errors.js';
import type { DbMigrateOutput } from './outputs.js';
import { readHeld } from './read-held.js';
import { requireOwnership } from './require-ownership.js';
import { archiveFile, backupFile, writeArchiveFile, writeBackup } from './write-backup.js';

const schemaNumber = z.int().check(z.nonnegative());

/**
 * Brings the schema up, to a number or to the newest, after a backup.
 *
 * @throws SchemaNumberError when there is no such number
 * @throws NotAllowedError when the number lies below the present one; on a server, for who did not make its tables
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
    return migrate(deps, { from, to, force: false });
  },
);

/**
 * Takes the schema down, to a number or by one, after a backup. What the older schema has no place for is lost only
 * when that is wanted, and is in an archive then.
 *
 * @throws SchemaNumberError when there is no such number
 * @throws NotAllowedError when the number lies above the present one; on a server, for who did not make its tables
 * @throws DowngradeLosesError when something would be lost, unless it is forced
 */
export const dbDowngrade = operation(
  z.object({ to: z.optional(schemaNumber), force: z._default(z.boolean(), false) }),
  async (deps: DbDeps, given): Promise<DbMigrateOutput> => {
    const from = await knownSchema(deps);
    const to = given.to ?? Math.max(0, from - 1);
    requireSchemaNumber(to);
    if (to > from) {
      throw new NotAllowedError(`The schema is at ${from}; ${to} lies above it.`, {
        next: `prompt-runner db upgrade ${to}`,
      });
    }
    return migrate(deps, { from, to, force: given.force });
  },
);

/** @throws NotAllowedError on a server, for who did not make its tables */
async function knownSchema({ store }: DbDeps): Promise<number> {
  await requireOwnership(store);
  const schema = await currentSchema(store.database);
  if (schema > SCHEMA_VERSION) throw new StoreTooNewError(store.location, schema, SCHEMA_VERSION);
  return schema;
}

interface Move {
  readonly from: number;
  readonly to: number;
  /** Whether something may be lost. */
  readonly force: boolean;
}

/** Nobody writes meanwhile what would be lost and in no backup, and nobody else migrates. */
function migrate(deps: DbDeps, { from, to, force }: Move): Promise<DbMigrateOutput> {
  const { store, clock } = deps;
  return inTransaction(store.database, ['store'], async (transaction) => {
    const losses = from === 0 ? [] : await lossesOnTheWayTo(transaction, to);
    if (losses.length > 0 && !force) throw new DowngradeLosesError(from, to, losses);
    const backup = from === 0 ? null : await kept(deps, transaction, to, losses);
    const change = await migrateIn(transaction, store.location, to, clock);
    const { location } = store;
    return { location, ...change, applied: [...change.applied], backup, losses: [...losses] };
  });
}

/**
 * Copies the store, into an archive when something will be lost: that can be read without this program.
 *
 * @returns the file; null when there is nothing to keep, or nothing is going to change
 */
async function kept(
  deps: DbDeps,
  transaction: Transaction<Database>,
  to: number,
  losses: readonly Loss[],
): Promise<string | null> {
  const { store, clock } = deps;
  const from = await currentSchema(transaction);
  if (from === to || (store.backupTo === null && (await isEmpty(transaction)))) return null;
  return readHeld(store, async (reading) => {
    const place = { ...deps, store: reading };
    const file = (losses.length > 0 ? archiveFile : backupFile)(place, `schema-${from}`);
    if (losses.length > 0 && store.backupTo !== null)
      await writeArchiveFile(reading, { file, at: clock.now() });
    else await writeBackup(place, file);
    return file;
  });
}
