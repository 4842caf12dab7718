import { closeSync, existsSync, openSync } from 'node:fs';

/**
 * Makes an empty file that nobody but its owner may read, for others to fill: at no moment is it open to
 * all. A file that is there already stays as it is.
 *
 * @throws the system's error when it cannot be made
 */
export function createPrivately(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}
