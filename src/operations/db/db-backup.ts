import { statSync } from 'node:fs';
import * as z from 'zod/mini';
import { currentSchema } from '../../store/current-schema.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import type { DbBackupOutput } from './outputs.js';
import { requireOwnership } from './require-ownership.js';
import { backupFile, writeBackup } from './write-backup.js';

/**
 * Copies the store into a file while others go on working, a server's as an archive. The copy appears under its
 * name only when it is whole.
 *
 * @throws NotAllowedError on a server, for who did not make its tables
 * @throws FileExistsError when the file is there already
 * @throws NotFoundError when its folder is not there
 */
export const dbBackup = operation(
  z.object({ file: z.optional(z.string()) }),
  async (deps: DbDeps, given): Promise<DbBackupOutput> => {
    const { store } = deps;
    await requireOwnership(store);
    const file = given.file ?? backupFile(deps, `schema-${await currentSchema(store.database)}`);
    await writeBackup(deps, file);
    return { location: store.location, file, sizeBytes: statSync(file).size };
  },
);
