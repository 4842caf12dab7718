import { existsSync, linkSync, renameSync } from 'node:fs';

/** What SQLite keeps beside a file while somebody has it open, or writes it without a log. */
const BESIDE = ['-journal', '-wal', '-shm'];

/**
 * Puts a new file in the place of a store that cannot be used any more, which is kept under another name. At no
 * moment is there no file of that name: another process would make an empty store.
 */
export function putInPlace(fresh: string, location: string, kept: string): void {
  linkOrMove(location, kept);
  // What was changed in the old file must not be taken for changes of the new one.
  for (const ending of BESIDE) {
    if (existsSync(location + ending)) renameSync(location + ending, kept + ending);
  }
  renameSync(fresh, location);
}

/** Some disks know no links (exFAT, some network drives). */
function linkOrMove(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    renameSync(file, name);
  }
}
