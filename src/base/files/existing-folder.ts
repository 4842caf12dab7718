import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folder of a file, or the nearest one above it that is there. */
export function existingFolder(file: string): string {
  const folder = dirname(file);
  return existsSync(folder) || folder === file ? folder : existingFolder(folder);
}
