import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { groupThousands } from '../../base/text/group-thousands.js';
import { hasRows, takeIn } from '../../store/archive/take-in.js';
import { type Source, withSource } from '../../store/archive/with-source.js';
import { StoreUnavailableError } from '../../store/errors.js';
import type { Store } from '../../store/store.js';
import { readHeld } from './read-held.js';
import type { ReportProgress } from './report-progress.js';
import { type BackupPlace, backupFile, requireFree, writeBackup } from './write-backup.js';

/** What is about to happen, for somebody to agree to. */
export interface Replacement {
  readonly location: string;
  /** What was there before goes there. */
  readonly kept: string;
  readonly file: string;
  /** The schema of the backup. */
  readonly schema: number;
}

export type Agree = (replacement: Replacement) => Promise<boolean>;

export interface Replacing extends BackupPlace {
  readonly file: string;
  /** Why what was there is kept, for the name of the copy. */
  readonly reason: 'before-restore' | 'before-import';
  /** Asks before something is replaced; null where nothing may be. */
  readonly agree: Agree | null;
  /** Looks at the backup before anything is done with it; may refuse it by throwing. */
  readonly inspect?: (source: Source) => void;
  readonly report: ReportProgress | undefined;
}

export interface Replaced {
  readonly schema: number;
  readonly rows: number;
  readonly kept: string | null;
}

/**
 * Puts what is in a backup into a store, whole or not at all, in the place of what is there, which is kept.
 *
 * @returns null when nobody agreed
 * @throws ArchiveError, StoreNotEmptyError, StoreTooNewError, StoreOutdatedError
 */
export async function replaceContents(replacing: Replacing): Promise<Replaced | null> {
  const { store, clock, file, reason, agree, inspect, report } = replacing;
  const progress = (rows: number) => report?.(`${groupThousands(rows)} rows`);
  return withSource({ file, scratch: roomBeside(store), clock, report: progress }, async (source) => {
    inspect?.(source);
    const kept = backupFile(replacing, reason);
    requireFree(kept);
    const { schema } = source;
    const isOccupied = await hasRows(store);
    if (isOccupied && agree !== null) {
      if (!(await agree({ location: store.location, kept, file, schema }))) return null;
    }
    const keep = isOccupied && agree !== null ? () => keptAs(replacing, kept) : null;
    try {
      return { schema, ...(await takeIn(store, source, { clock, keep, report: progress })) };
    } catch (error) {
      if (keep !== null && !isUncertain(error)) rmSync(kept, { force: true });
      throw error;
    }
  });
}

/** Whether what was there may have been replaced all the same. */
function isUncertain(error: unknown): boolean {
  return error instanceof StoreUnavailableError && error.code === 'STORE_UNCERTAIN';
}

/** A copy that is needed for a while is as large as the store: it belongs on the same disk. */
export function roomBeside({ location, backupTo }: Pick<Store, 'location' | 'backupTo'>): string {
  return backupTo === null || location === ':memory:' ? tmpdir() : dirname(location);
}

/** When it is done again because others got in the way, there may be more to keep. */
async function keptAs(replacing: Replacing, file: string): Promise<string | null> {
  rmSync(file, { force: true });
  return readHeld(replacing.store, async (store) => {
    await writeBackup({ ...replacing, store }, file);
    return file;
  });
}
