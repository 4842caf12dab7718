import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing.
 *
 * Node's own recursive way never comes to an end where a file system says of a folder that it cannot be made
 * because it is not there, as `/proc` does.
 *
 * @param mode the rights of the folders that are made; the system's usual ones unless given
 * @returns the outermost folder that was made; undefined when all were there
 * @throws the system's error where one cannot be made, such as ENOENT, EACCES or ENOTDIR
 * @example makeFolders('/home/me/notes/2026/03') // '/home/me/notes/2026', when notes was there
 */
export function makeFolders(path: string, mode?: number): string | undefined {
  const missing = missingFolders(path);
  for (const folder of missing) makeUnlessThere(folder, mode);
  return missing[0];
}

/** The folders that are not there yet, the outermost first. */
function missingFolders(path: string): string[] {
  const missing: string[] = [];
  for (let folder = path; !isThere(folder); folder = dirname(folder)) {
    missing.unshift(folder);
    if (dirname(folder) === folder) break;
  }
  return missing;
}

/** A file in the place of a folder is there too: making something below it says so. */
function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Somebody else may make it at this very moment. */
function makeUnlessThere(folder: string, mode: number | undefined): void {
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
