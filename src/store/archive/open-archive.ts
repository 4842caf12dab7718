import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { ArchiveError, ArchiveNotFoundError, damaged, notAnArchive } from './errors.js';
import { readTar, type TarEntry, TarFault } from './read-tar.js';

const GZIP = Buffer.from([0x1f, 0x8b]);
/** Read and unpacked at a time: more takes more memory, and is no quicker. */
const CHUNK_BYTES = 131_072;
const SQLITE = Buffer.from('SQLite format 3\0');

/** What a file is by its first bytes, whatever it is called. */
export type BackupKind = 'archive' | 'sqlite' | 'other';

/** @throws ArchiveError when it cannot be read */
export async function kindOfBackup(file: string): Promise<BackupKind> {
  const start = await unlessUnreadable(file, () => firstBytes(file));
  if (start.subarray(0, GZIP.length).equals(GZIP)) return 'archive';
  return start.equals(SQLITE) ? 'sqlite' : 'other';
}

async function firstBytes(file: string): Promise<Buffer> {
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(SQLITE.length), 0, SQLITE.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
}

/**
 * The files in an archive, one after the other; nothing of them is written anywhere.
 *
 * @throws ArchiveError when the file is none, is cut off, or was altered
 */
export async function* openArchive(file: string): AsyncGenerator<TarEntry> {
  if ((await kindOfBackup(file)) !== 'archive') throw notAnArchive(file);
  const source = createReadStream(file, { highWaterMark: CHUNK_BYTES });
  const unzipped = createGunzip({ chunkSize: CHUNK_BYTES });
  source.on('error', (error) => unzipped.destroy(error));
  try {
    for await (const entry of explaining(file, readTar(source.pipe(unzipped)))) {
      yield { ...entry, body: explaining(file, entry.body) };
    }
  } finally {
    source.destroy();
    unzipped.destroy();
  }
}

/** The bytes of a file are read outside of what gives out the files. */
async function* explaining<Item>(file: string, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    throw explained(error, file);
  }
}

function explained(error: unknown, file: string): unknown {
  if (error instanceof TarFault) return damaged(file, error.message, error);
  const code = systemCode(error);
  if (code === 'Z_BUF_ERROR') return damaged(file, 'it ends too early', error);
  return code.startsWith('Z_') ? damaged(file, 'it was altered', error) : asUnreadable(error, file);
}

async function unlessUnreadable<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asUnreadable(error, file);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  EIO: 'the disk reports an error',
};

function asUnreadable(error: unknown, file: string): unknown {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ArchiveNotFoundError(file, error);
  const reason = reasons[code];
  if (reason === undefined) return error;
  return new ArchiveError(
    'ARCHIVE_UNREADABLE',
    `${file} cannot be read: ${reason}.`,
    { hint: 'Name an archive or a backup of a store that you may read.' },
    error,
  );
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
