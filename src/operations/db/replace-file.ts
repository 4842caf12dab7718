import { dirname, join } from 'node:path';
import type { Clock } from '../../base/clock.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import { putInPlace } from '../../store/archive/put-in-place.js';
import { inScratchFolder } from '../../store/archive/scratch-folder.js';
import { takeIn } from '../../store/archive/take-in.js';
import { type Source, withSource } from '../../store/archive/with-source.js';
import { backupName, openStoreAsItIs } from '../../store/open-store.js';
import type { Agree, Replaced } from './replace-contents.js';
import type { ReportProgress } from './report-progress.js';
import { requireFree } from './write-backup.js';

interface FileReplacing {
  /** A file that cannot be used as a store any more. */
  readonly location: string;
  readonly file: string;
  readonly clock: Clock;
  readonly agree: Agree;
  readonly report: ReportProgress | undefined;
}

/**
 * Puts a new file with what is in a backup in the place of a damaged one, which is kept under another name. Nobody
 * must have that open: SQLite would go on with the old file.
 *
 * @returns null when nobody agreed
 */
export async function replaceFile(replacing: FileReplacing): Promise<Replaced | null> {
  const { location, file, clock, agree } = replacing;
  const scratch = dirname(location);
  const kept = backupName(location, 'before-restore', clock);
  requireFree(kept);
  return withSource({ file, scratch, clock }, async (source) => {
    const { schema } = source;
    if (!(await agree({ location, kept, file, schema }))) return null;
    return inScratchFolder(scratch, async (folder) => {
      const whole = join(folder, 'whole.db');
      const rows = await writeStore(whole, source, replacing);
      putInPlace(whole, location, kept);
      return { schema, rows, kept };
    });
  });
}

/** The copy of a store is in its one file, without a log of changes beside it. */
async function writeStore(file: string, source: Source, { clock, report }: FileReplacing): Promise<number> {
  const store = await openStoreAsItIs(`${file}.fresh`);
  try {
    const progress = (rows: number) => report?.(`${groupThousands(rows)} rows`);
    const taken = await takeIn(store, source, { clock, keep: null, report: progress });
    await store.backupTo?.(file);
    return taken.rows;
  } finally {
    await store.close();
  }
}
