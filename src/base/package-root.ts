import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds this package's package.json. The bundle and the sources lie at different depths,
 * so it is found by going up rather than by counting.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

export function packageVersion(): string {
  return manifest().version;
}

/** The versions of Node that this package runs on, such as `^20.20.0 || >=24`. */
export function supportedNode(): string {
  return manifest().engines.node;
}

function manifest(): { version: string; engines: { node: string } } {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
}
