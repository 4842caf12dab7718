import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../base/clock.js';
import { createPrivately } from '../../base/files/create-privately.js';
import { writeRefusal } from '../../base/files/write-refusal.js';
import { FileNotWrittenError } from '../../base/files/write-text-file.js';
import { currentSchema } from '../current-schema.js';
import { upkeepOf, whileStill } from '../dialects/upkeep.js';
import { type StoreFault, StoreTooNewError, StoreUnavailableError } from '../errors.js';
import { openStoreAsItIs } from '../open-store.js';
import { migrateTo } from '../schema-upgrade.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';
import { designOf, recordTables } from '../table-design.js';
import { inTransaction } from '../transaction.js';
import { archiveRows } from './archive-rows.js';
import { ArchiveError } from './errors.js';
import { kindOfBackup } from './open-archive.js';
import { inScratchFolder } from './scratch-folder.js';
import { inBatches, type ReportRows, type TableRows } from './table-rows.js';
import { load, type RowSource } from './take-in.js';
import { verifyArchive } from './verify-archive.js';

/** What is known of a backup before anything is taken from it. */
export interface Source extends RowSource {
  readonly kind: 'archive' | 'sqlite';
  /** Its schema as it was found. */
  readonly schema: number;
}

export interface SourceRequest {
  readonly file: string;
  /** A folder with room for a copy, where one is needed; it is gone afterwards. */
  readonly scratch: string;
  readonly clock: Clock;
  readonly report?: ReportRows;
}

/**
 * Works with what is in a backup, an archive or an SQLite store, once it is known to be sound. One of an older schema
 * is brought up to date in a store of its own; the backup itself is never written.
 *
 * @throws ArchiveError when it is neither, or is damaged
 * @throws StoreTooNewError when a newer program wrote it
 */
export async function withSource<Result>(
  request: SourceRequest,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  switch (await kindOfBackup(request.file)) {
    case 'archive':
      return withArchive(request, work);
    case 'sqlite':
      return withSqlite(request, work);
    default:
      throw new ArchiveError(
        'ARCHIVE_NOT_ONE',
        `${request.file} is neither an archive of a store nor an SQLite store.`,
        { hint: 'prompt-runner db backup and prompt-runner db export write such files.' },
      );
  }
}

async function withArchive<Result>(
  request: SourceRequest,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  const { file, clock, report = () => {} } = request;
  const manifest = await verifyArchive(file);
  const { schema } = manifest;
  const source = { name: file, rows: () => archiveRows(file, manifest) };
  if (schema === SCHEMA_VERSION) return work({ ...source, kind: 'archive', schema });
  return inScratch(request.scratch, async (scratch) => {
    const store = await openStoreAsItIs(scratch);
    return closing(store, async () => {
      await migrateTo(store.database, file, schema, clock);
      const upkeep = await upkeepOf(store.database);
      await inTransaction(store.database, ['store'], async (transaction) => {
        await load(transaction, source, upkeep, report);
      });
      await migrateTo(store.database, file, SCHEMA_VERSION, clock);
      return withRowsOf(store, file, (rows) => work({ ...rows, kind: 'archive', schema }));
    });
  });
}

async function withSqlite<Result>(
  { file, scratch: folder, clock }: SourceRequest,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  return inScratch(folder, async (scratch) => {
    copyStore(file, scratch);
    const store = await aboutBackup(file, () => openStoreAsItIs(scratch));
    return closing(store, async () => {
      const schema = await aboutBackup(file, () => requireSound(store, file));
      if (schema < SCHEMA_VERSION) await migrateTo(store.database, file, SCHEMA_VERSION, clock);
      return withRowsOf(store, file, (rows) => work({ ...rows, kind: 'sqlite', schema }));
    });
  });
}

/** What is committed may be in the log of changes beside the file, and what is not in the file itself. */
function copyStore(file: string, to: string): void {
  try {
    for (const ending of ['', '-journal', '-wal']) {
      if (!existsSync(`${file}${ending}`)) continue;
      createPrivately(`${to}${ending}`);
      copyFileSync(`${file}${ending}`, `${to}${ending}`);
    }
  } catch (error) {
    const refusal = writeRefusal(error);
    if (refusal === null) throw error;
    throw new FileNotWrittenError(
      `${file} could not be copied to be looked at: ${refusal.reason}.`,
      { hint: 'It takes as much room again for a while, beside the store.' },
      { cause: error },
    );
  }
}

/** Damage of the copy that is looked at is damage of the backup. */
async function aboutBackup<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreUnavailableError && isDamage(error.code))) throw error;
    throw damagedBackup(file, 'SQLite cannot read it', error);
  }
}

function isDamage(fault: StoreFault): boolean {
  return fault === 'STORE_DAMAGED' || fault === 'STORE_NOT_A_DATABASE';
}

function damagedBackup(file: string, why: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    'ARCHIVE_DAMAGED',
    `The backup ${file} is damaged: ${why}.`,
    { hint: 'Nothing was taken from it. Take an earlier one.' },
    cause,
  );
}

async function requireSound(store: Store, file: string): Promise<number> {
  const [fault, ...others] = await (await upkeepOf(store.database)).faults(store.database);
  if (fault !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    throw damagedBackup(file, `${fault}${more}`);
  }
  const schema = await currentSchema(store.database);
  if (schema > SCHEMA_VERSION) throw new StoreTooNewError(file, schema, SCHEMA_VERSION);
  if (schema === 0) {
    throw new ArchiveError(
      'ARCHIVE_NOT_ONE',
      `${file} is an SQLite database, but no store of prompt-runner.`,
      {
        hint: 'prompt-runner db backup and prompt-runner db export write such files.',
      },
    );
  }
  return schema;
}

/** All rows of a store of the newest schema, as it is at this moment. */
async function withRowsOf<Result>(
  store: Store,
  name: string,
  work: (source: RowSource) => Promise<Result>,
): Promise<Result> {
  const tables = recordTables(await designOf(SCHEMA_VERSION));
  return whileStill(store.database, (reading, upkeep) => {
    async function* rows(): AsyncGenerator<TableRows> {
      for (const table of tables) yield { table, batches: inBatches(upkeep.rows(reading, table)) };
    }
    return work({ name, rows });
  });
}

function inScratch<Result>(place: string, work: (file: string) => Promise<Result>): Promise<Result> {
  return inScratchFolder(place, (folder) => work(join(folder, 'store.db')));
}

async function closing<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await store.close();
  }
}
