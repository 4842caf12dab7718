import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/**
 * Makes a bundled file executable. npm does this once, when it links or installs a command; a later build
 * would leave that link leading to a file that cannot be run.
 */
export function executable(fileName: string): Plugin {
  return {
    name: 'executable',
    writeBundle({ dir = '.' }) {
      chmodSync(join(dir, fileName), 0o755);
    },
  };
}
