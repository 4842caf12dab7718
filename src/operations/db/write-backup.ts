import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../../base/clock.js';
import { makeFolders } from '../../base/files/make-folders.js';
import { writeRefusal } from '../../base/files/write-refusal.js';
import { FileNotWrittenError } from '../../base/files/write-text-file.js';
import { shellWord } from '../../base/text/shell-word.js';
import type { ArchiveManifest } from '../../store/archive/archive-manifest.js';
import { writeArchive } from '../../store/archive/write-archive.js';
import type { ArchiveRequest } from '../../store/archive/write-contents.js';
import { backupName } from '../../store/open-store.js';
import type { Store } from '../../store/store.js';
import { FileExistsError, NotFoundError } from '../errors.js';

export const ARCHIVE_ENDING = 'tar.gz';

/** What the name of a copy needs to be found. */
export interface BackupPlace {
  readonly store: Store;
  readonly clock: Clock;
  readonly dataFolder: string;
}

/**
 * Where a copy goes when nobody says: beside a file; that of a server's store into the person's own data folder.
 *
 * @param reason what the name shows, such as `schema-5`
 */
export function backupFile({ store, clock, dataFolder }: BackupPlace, reason: string): string {
  if (store.backupTo !== null) return backupName(store.location, reason, clock);
  return backupName(besideFile({ store, dataFolder }), reason, clock, ARCHIVE_ENDING);
}

/** Where an archive of a store goes. */
export function archiveFile({ store, clock, dataFolder }: BackupPlace, reason: string): string {
  return backupName(besideFile({ store, dataFolder }), reason, clock, ARCHIVE_ENDING);
}

function besideFile({ store, dataFolder }: Pick<BackupPlace, 'store' | 'dataFolder'>): string {
  if (store.backupTo !== null) return store.location;
  const address = store.location.replace(/^\w+:\/\/(?:[^@/]*@)?/, '');
  return join(backupsFolder({ dataFolder }), address.replace(/[^A-Za-z0-9._]+/g, '-'));
}

function backupsFolder({ dataFolder }: Pick<BackupPlace, 'dataFolder'>): string {
  return join(dataFolder, 'backups');
}

/**
 * Copies a store whole, with everything that is secret in it: a file as a file, a server's as an archive. The copy
 * appears under its name only when it is whole, and writes over nothing.
 */
export async function writeBackup(place: BackupPlace, file: string): Promise<void> {
  const { store, clock } = place;
  if (store.backupTo === null) {
    const own = backupsFolder(place);
    if (dirname(file) === own) makeFolders(own, 0o700);
    await writeArchiveFile(store, { file, at: clock.now() });
    return;
  }
  requireFree(file);
  requireFolder(dirname(file));
  const unfinished = `${file}.unfinished`;
  try {
    await store.backupTo(unfinished);
    renameSync(unfinished, file);
  } finally {
    // SQLite keeps a journal beside what it writes; left there, it would be taken for that of the next one.
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${ending}`, { force: true });
  }
}

/**
 * The same as `writeArchive`, with the system's refusals in words.
 *
 * @throws FileExistsError, NotFoundError, FileNotWrittenError
 */
export async function writeArchiveFile(store: Store, request: ArchiveRequest): Promise<ArchiveManifest> {
  const { file } = request;
  requireFree(file);
  requireFolder(dirname(file));
  try {
    return await writeArchive(store.database, request);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw taken(file);
    const refusal = writeRefusal(error);
    if (refusal === null) throw error;
    throw new FileNotWrittenError(
      `${file} could not be written: ${refusal.reason}.`,
      { hint: refusal.hint },
      { cause: error },
    );
  }
}

export function requireFree(file: string): void {
  if (existsSync(file)) throw taken(file);
}

function taken(file: string): FileExistsError {
  return new FileExistsError(`${file} is there already, and is not overwritten.`, {
    hint: 'Choose another name.',
  });
}

function requireFolder(folder: string): void {
  if (existsSync(folder)) return;
  throw new NotFoundError('FOLDER_NOT_FOUND', `There is no folder ${folder}.`, {
    hint: 'Make it, or name a file in another folder.',
    next: `mkdir -p ${shellWord(folder)}`,
  });
}
