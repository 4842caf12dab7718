import { dirname } from 'node:path';

/**
 * A folder, the one that it is in, and so on to the root of the file system.
 *
 * @param folder absolute
 * @example folderAndAbove('/home/a') // ['/home/a', '/home', '/']
 */
export function folderAndAbove(folder: string): string[] {
  const folders = [folder];
  for (let current = folder; dirname(current) !== current; ) {
    current = dirname(current);
    folders.push(current);
  }
  return folders;
}
