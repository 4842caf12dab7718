import * as z from 'zod/mini';
import type { Clock } from '../../base/clock.js';
import { isAddress } from '../../base/text/is-address.js';
import type { ConfigSources } from '../../config/config-layer.js';
import { loadConfig } from '../../config/load-config.js';
import { userDataFolder } from '../../config/paths.js';
import type { Source } from '../../store/archive/with-source.js';
import { StoreUnavailableError } from '../../store/errors.js';
import { openStoreAsItIs } from '../../store/open-store.js';
import { quickCheck } from '../../store/quick-check.js';
import type { Store } from '../../store/store.js';
import { NotAllowedError } from '../errors.js';
import { operation } from '../operation.js';
import { bringUpToDate } from './db-import.js';
import type { DbImportOutput } from './outputs.js';
import { type Agree, type Replaced, replaceContents } from './replace-contents.js';
import { replaceFile } from './replace-file.js';
import { reportInput } from './report-progress.js';
import { requireOwnership } from './require-ownership.js';

/** What restoring works with: where the store is configured rather than the store, which may be damaged. */
export interface RestoreDeps extends ConfigSources {
  readonly clock: Clock;
}

/**
 * Puts a backup in the place of the store, once it is known to be sound: an SQLite file or an archive, on a server an
 * archive. What was there is kept. Others who have the store open wait meanwhile, and then see what was restored;
 * only a file that is damaged itself is moved away instead, and must not be in use.
 *
 * @returns null when something would be replaced and nobody agreed
 * @throws NotAllowedError on a server, for who did not make its tables
 * @throws ArchiveError when the backup is none, or is damaged
 * @throws StoreTooNewError when a newer program wrote the backup, or the store
 */
export const dbRestore = operation(
  z.object({
    file: z.string(),
    agree: z.custom<Agree>((value) => typeof value === 'function'),
    report: reportInput,
  }),
  async (deps: RestoreDeps, { file, agree, report }): Promise<DbImportOutput | null> => {
    const config = await loadConfig(deps);
    const location = config.values.store;
    const dataFolder = userDataFolder(deps.env);
    const restoring = { config, clock: deps.clock, dataFolder, file, agree, report };
    const store = await openUsable(location);
    if (store === null) return outputOf(location, file, await replaceFile({ ...restoring, location }));
    try {
      await requireOwnership(store);
      await bringUpToDate({ ...restoring, store });
      const inspect = (source: Source) => refuseFileOnServer(store, source);
      const replaced = await replaceContents({ ...restoring, store, reason: 'before-restore', inspect });
      return outputOf(store.location, file, replaced);
    } finally {
      await store.close();
    }
  },
);

function outputOf(location: string, file: string, replaced: Replaced | null): DbImportOutput | null {
  return replaced && { location, file, ...replaced };
}

/** Null for a file that is damaged, or is no database any more. */
async function openUsable(location: string): Promise<Store | null> {
  try {
    const store = await openStoreAsItIs(location);
    if (isAddress(location) || (await isSound(store))) return store;
    await store.close();
    return null;
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

async function isSound(store: Store): Promise<boolean> {
  try {
    return (await quickCheck(store.database)).length === 0;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return false;
  }
}

function isDamage(error: unknown): boolean {
  return (
    error instanceof StoreUnavailableError && ['STORE_DAMAGED', 'STORE_NOT_A_DATABASE'].includes(error.code)
  );
}

function refuseFileOnServer({ location, backupTo }: Store, { name, kind }: Source): void {
  if (backupTo !== null || kind === 'archive') return;
  throw new NotAllowedError(`${name} is an SQLite file, and ${location} is a server's: it takes archives.`, {
    hint: 'Make an archive of it first, and restore or import that:',
    next: `prompt-runner db export moved.tar.gz --with-secrets --db ${name}`,
  });
}
