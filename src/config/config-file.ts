import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../base/files/repository-root.js';
import { ConfigError } from './errors.js';

export const PROJECT_FILE = '.prompt-runner.yaml';

/**
 * The project's configuration file: at the repository's root, which is the nearest folder upwards that
 * holds one, or that holds `.git` and ends the search.
 */
export function findProjectFile(folder: string): string | null {
  for (let current = folder; ; current = dirname(current)) {
    const file = join(current, PROJECT_FILE);
    if (existsSync(file)) return file;
    if (existsSync(join(current, '.git')) || dirname(current) === current) return null;
  }
}

/** The same, or where it would have to be: at the repository's root, or in this folder outside of any. */
export function projectFileFor(folder: string): string {
  return findProjectFile(folder) ?? join(repositoryRoot(folder) ?? folder, PROJECT_FILE);
}

/**
 * The values of a YAML file as dotted keys: `request: {max_bytes: 5}` is `request.max_bytes`. A file that
 * is not there has none. YAML is loaded only when there is a file to read.
 *
 * @throws ConfigError when the file cannot be read or is no YAML mapping
 */
export async function readConfigFile(file: string): Promise<ReadonlyMap<string, unknown>> {
  if (!existsSync(file)) return new Map();
  const { parse } = await import('yaml');
  const content: unknown = readable(file, () => parse(readFileSync(file, 'utf8'), { maxAliasCount: 20 }));
  if (content === null || content === undefined) return new Map();
  if (typeof content !== 'object' || Array.isArray(content)) throw noMapping(file);
  return new Map(dotted(content, ''));
}

export function noMapping(file: string): ConfigError {
  return new ConfigError(`The configuration file ${file} is not a mapping of keys to values.`, {
    hint: 'Write lines such as "prompt: {warn_tokens: 30000}".',
  });
}

export function unreadable(file: string, fault: unknown): ConfigError {
  return new ConfigError(`The configuration file ${file} cannot be read: ${reasonOf(fault)}.`, {
    hint: 'Mend the file or move it away.',
  });
}

/** The first line of what the system or the reader says, where a caret below it is announced by a colon. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if ('code' in fault && fault.code === 'EISDIR') return 'a folder stands in its place';
  return (fault.message.split('\n')[0] ?? '').replace(/[.:]$/, '');
}

/** @throws ConfigError when reading fails */
export function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(file, error);
  }
}

function* dotted(content: object, prefix: string): Iterable<[string, unknown]> {
  for (const [key, value] of Object.entries(content)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      yield* dotted(value, `${prefix}${key}.`);
    else yield [prefix + key, value];
  }
}
