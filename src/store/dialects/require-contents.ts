import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { StoreUnavailableError } from '../errors.js';
import { newestBackup } from './newest-backup.js';
import { withBackup } from './sqlite-fault.js';

/**
 * SQLite takes an empty file for a new database, and passes over a log that it cannot read: where something was,
 * an empty store would silently be in its place. This is looked at before the file is opened.
 *
 * @throws StoreUnavailableError when the file has lost its contents, or its log is damaged
 */
export function requireContents(file: string): void {
  const log = `${file}-wal`;
  // In this order: who makes a store at this moment writes the file first, and then the log.
  const logSize = sizeOf(log) ?? 0;
  const size = sizeOf(file);
  if (logSize > 0 && !size)
    throw lost(file, `is ${size === 0 ? 'empty' : 'gone'}, and its log ${log} is not`);
  if (size === 0 && newestBackup(file) !== null) throw lost(file, 'is empty, and backups are beside it');
  if (logSize >= HEADER_BYTES && !isLog(log)) throw damagedLog(file, log);
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

function lost(file: string, why: string): StoreUnavailableError {
  const hint =
    'Put a backup in its place; to begin anew, first move elsewhere what is left beside it. Nothing was changed.';
  return new StoreUnavailableError('STORE_DAMAGED', `The store ${file} ${why}.`, {
    hint: withBackup(hint, file),
  });
}

function damagedLog(file: string, log: string): StoreUnavailableError {
  const hint =
    'Keep both files. With the log moved elsewhere, the store opens as it was before those changes.';
  return new StoreUnavailableError(
    'STORE_DAMAGED',
    `The store ${file} cannot be opened: its log ${log}, which has the newest changes, is damaged.`,
    { hint: withBackup(hint, file) },
  );
}

const HEADER_BYTES = 32;
const SUMMED_BYTES = 24;
const LITTLE_ENDIAN_MARK = 0x377f0682;
const BIG_ENDIAN_MARK = 0x377f0683;

/** Whether a file begins as a log does (https://sqlite.org/fileformat2.html#the_write_ahead_log). */
function isLog(log: string): boolean {
  const header = readHeader(log);
  // Taken in by somebody else meanwhile.
  if (header === null) return true;
  const mark = header.getUint32(0);
  if (mark !== LITTLE_ENDIAN_MARK && mark !== BIG_ENDIAN_MARK) return false;
  const [first, second] = checksum(header, mark === LITTLE_ENDIAN_MARK);
  return first === header.getUint32(SUMMED_BYTES) && second === header.getUint32(SUMMED_BYTES + 4);
}

function readHeader(log: string): DataView | null {
  try {
    const file = openSync(log, 'r');
    try {
      const bytes = new Uint8Array(HEADER_BYTES);
      return readSync(file, bytes, 0, HEADER_BYTES, 0) < HEADER_BYTES ? null : new DataView(bytes.buffer);
    } finally {
      closeSync(file);
    }
  } catch {
    // Gone, or not for us to read: opening the store tells.
    return null;
  }
}

function checksum(header: DataView, isLittleEndian: boolean): readonly [number, number] {
  let first = 0;
  let second = 0;
  for (let at = 0; at < SUMMED_BYTES; at += 8) {
    first = (first + header.getUint32(at, isLittleEndian) + second) >>> 0;
    second = (second + header.getUint32(at + 4, isLittleEndian) + first) >>> 0;
  }
  return [first, second];
}
