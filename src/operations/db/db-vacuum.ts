import * as z from 'zod/mini';
import { formatBytes } from '../../base/text/format-bytes.js';
import { upkeepOf } from '../../store/dialects/upkeep.js';
import { StoreUnavailableError } from '../../store/errors.js';
import { operation } from '../operation.js';
import type { DbDeps } from './db-deps.js';
import type { DbVacuumOutput } from './outputs.js';
import { requireOwnership } from './require-ownership.js';
import { storeSize } from './store-size.js';

/**
 * Gives the room of what was removed back, and brings up to date what queries are planned by. A file is written
 * anew, which takes as much room again for a moment.
 *
 * @throws NotAllowedError on a server, for who did not make its tables
 * @throws StoreUnavailableError when there is no room, or others have the file; it is as it was then
 */
export const dbVacuum = operation(z.object({}), async ({ store }: DbDeps): Promise<DbVacuumOutput> => {
  await requireOwnership(store);
  const { database, location } = store;
  const upkeep = await upkeepOf(database);
  const before = await storeSize(store);
  try {
    await upkeep.vacuum(database);
  } catch (error) {
    throw store.backupTo === null ? error : aboutRoom(error, location, before);
  }
  return { location, beforeBytes: before, afterBytes: await storeSize(store) };
});

function aboutRoom(error: unknown, location: string, bytes: number): unknown {
  if (!(error instanceof StoreUnavailableError && ['STORE_FULL', 'STORE_IO'].includes(error.code)))
    return error;
  return new StoreUnavailableError(
    'STORE_FULL',
    `There is no room to write ${location} anew; it is as it was.`,
    {
      hint: `It takes up to ${formatBytes(2 * bytes)} more for a moment, there and in the folder for temporary files.`,
    },
    error,
  );
}
