import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { closestName } from '../../base/text/closest-name.js';
import { collectBytes } from '../streams/collect-bytes.js';
import { FileIsFolderError, FileNotFoundError, FileUnreadableError, InputTooLargeError } from './errors.js';

/**
 * The bytes of a file, a named pipe or a process substitution (`<(…)`).
 *
 * @throws {FileNotFoundError | FileIsFolderError | FileUnreadableError | InputTooLargeError}
 * @example const bytes = await readFileWithin('answer.md', 10_000_000);
 */
export async function readFileWithin(path: string, limitBytes: number): Promise<Uint8Array> {
  const file = await openToRead(path);
  try {
    return await readHandle(file, path, limitBytes);
  } finally {
    await file.close();
  }
}

/**
 * The bytes of such a file, piece by piece, each when it is asked for.
 *
 * @throws {FileNotFoundError | FileIsFolderError} when there is none; what is met later comes out of the pieces
 */
export async function filePieces(path: string): Promise<AsyncIterable<Uint8Array>> {
  const stats = await stat(path).catch(async (cause) => {
    throw await openingError(path, cause);
  });
  if (stats.isDirectory()) throw new FileIsFolderError(path);
  // It is opened when somebody reads: a pipe can be opened once, and what nobody reads should stay closed.
  return openedPieces(path);
}

async function* openedPieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await openToRead(path);
  try {
    yield* piecesOf(file, path);
  } finally {
    await file.close();
  }
}

async function readHandle(file: FileHandle, path: string, limitBytes: number): Promise<Uint8Array> {
  const stats = await file.stat();
  if (stats.isDirectory()) throw new FileIsFolderError(path);
  if (stats.size > limitBytes) throw new InputTooLargeError(limitBytes, `"${path}"`);
  // The size of a pipe is 0, and a file may grow meanwhile: the limit holds while reading, too.
  return collectBytes(piecesOf(file, path), limitBytes);
}

async function* piecesOf(file: FileHandle, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* file.createReadStream({ autoClose: false });
  } catch (cause) {
    throw isReadFault(cause) ? new FileUnreadableError(path, cause.message, { cause }) : cause;
  }
}

/** What the system says about a disk that fails, or a file that only looks like one. */
function isReadFault(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && error.syscall === 'read';
}

async function openToRead(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (cause) {
    throw await openingError(path, cause as NodeJS.ErrnoException);
  }
}

async function openingError(path: string, cause: NodeJS.ErrnoException): Promise<Error> {
  switch (cause.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new FileNotFoundError(path, await nearestFile(path), { cause });
    case 'EISDIR':
      return new FileIsFolderError(path);
    case 'EACCES':
    case 'EPERM':
      return new FileUnreadableError(path, 'permission denied', { cause });
    default:
      return new FileUnreadableError(path, cause.message, { cause });
  }
}

async function nearestFile(path: string): Promise<string | undefined> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  const nearest = closestName(basename(path), names);
  return nearest === undefined ? undefined : join(folder, nearest);
}
