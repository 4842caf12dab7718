import { statSync } from 'node:fs';

/**
 * How large a store's file is, with the log of changes that SQLite keeps beside it.
 *
 * @returns bytes; null for what is no file
 */
export function fileSize(file: string): number | null {
  const size = sizeOf(file);
  return size === null ? null : size + (sizeOf(`${file}-wal`) ?? 0);
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}
