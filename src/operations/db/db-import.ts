import * as z from 'zod/mini';
import { notAnArchive } from '../../store/archive/errors.js';
import { currentSchema } from '../../store/current-schema.js';
import { capabilitiesOf } from '../../store/dialects/capabilities.js';
import { SCHEMA_VERSION } from '../../store/schema-version.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import { dbUpgrade } from './db-migrate.js';
import type { DbImportOutput } from './outputs.js';
import { type Agree, replaceContents } from './replace-contents.js';
import { reportInput } from './report-progress.js';
import { requireOwnership } from './require-ownership.js';

/**
 * Takes an archive into the store, whole or not at all: into an empty one, or in the place of what is there, which
 * is kept.
 *
 * @returns null when something would be replaced and nobody agreed
 * @throws NotAllowedError on a server, for who did not make its tables
 * @throws ArchiveError when the archive is none, is damaged, or of a newer program
 * @throws StoreNotEmptyError when something is there and nobody can be asked
 */
export const dbImport = operation(
  z.object({
    file: z.string(),
    /** Asks before what is there is replaced; without it, nothing is. */
    agree: z.optional(z.custom<Agree>((value) => typeof value === 'function')),
    report: reportInput,
  }),
  async (deps: DbDeps, { file, agree, report }): Promise<DbImportOutput | null> => {
    const { store } = deps;
    await requireOwnership(store);
    await bringUpToDate(deps);
    const replaced = await replaceContents({
      ...deps,
      file,
      reason: 'before-import',
      agree: agree ?? null,
      inspect: ({ kind }) => {
        if (kind !== 'archive') throw notAnArchive(file);
      },
      report,
    });
    return replaced && { location: store.location, file, ...replaced };
  },
);

/** As every other command does it by itself with a file. */
export async function bringUpToDate(deps: DbDeps): Promise<void> {
  const { database } = deps.store;
  const schema = await currentSchema(database);
  if (schema > 0 && schema < SCHEMA_VERSION && capabilitiesOf(database).upgradesItself)
    await dbUpgrade(deps, {});
}
