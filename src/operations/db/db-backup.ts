import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { shellWord } from '../../base/text/shell-word.js';
import { currentSchema } from '../../store/current-schema.js';
import { backupName } from '../../store/open-store.js';
import { FileExistsError, NotAllowedError, NotFoundError } from '../errors.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import type { DbBackupOutput } from './outputs.js';

/**
 * Copies the store into a file while others go on working. The copy appears under its name only when it
 * is whole.
 *
 * @throws FileExistsError when the file is there already
 * @throws NotFoundError when its folder is not there
 */
export const dbBackup = operation(
  z.object({ file: z.optional(z.string()) }),
  async ({ store, clock }: DbDeps, given): Promise<DbBackupOutput> => {
    const { backupTo } = store;
    if (backupTo === null) {
      throw new NotAllowedError(`The store ${store.location} is a server's; it is copied there.`, {
        hint: 'Take pg_dump.',
      });
    }
    const file = given.file ?? backupName(store.location, await currentSchema(store.database), clock);
    if (existsSync(file)) {
      throw new FileExistsError(`${file} is there already; a backup overwrites nothing.`, {
        hint: 'Choose another name.',
      });
    }
    requireFolder(dirname(file));
    const unfinished = `${file}.unfinished`;
    try {
      await backupTo(unfinished);
      renameSync(unfinished, file);
    } finally {
      rmSync(unfinished, { force: true });
    }
    return { location: store.location, file, sizeBytes: statSync(file).size };
  },
);

function requireFolder(folder: string): void {
  if (existsSync(folder)) return;
  throw new NotFoundError('FOLDER_NOT_FOUND', `There is no folder ${folder}.`, {
    hint: 'Make it, or name a file in another folder.',
    next: `mkdir -p ${shellWord(folder)}`,
  });
}
