import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { repositoryRoot } from '../base/files/repository-root.js';
import { yamlExcess } from '../base/text/yaml-excess.js';
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
  return parseConfigFile(
    file,
    readable(file, () => readFileSync(file, 'utf8')),
  );
}

/**
 * The same for the text of a file, which may be another by now.
 *
 * @param file as messages name it
 */
export async function parseConfigFile(file: string, text: string): Promise<ReadonlyMap<string, unknown>> {
  const { Lexer, parse } = await import('yaml');
  const content: unknown = readable(file, () => {
    const excess = yamlExcess(text, Lexer);
    if (excess !== null) throw new Error(excess);
    return parse(text, { maxAliasCount: 20 });
  });
  if (content === null || content === undefined) return new Map();
  if (typeof content !== 'object' || Array.isArray(content)) throw noMapping(file);
  return new Map(dotted(content, ''));
}

export function noMapping(file: string): ConfigError {
  return new ConfigError(`The configuration file ${file} is not a mapping of keys to values.`, {
    hint: 'Write lines such as "prompt: {warn_tokens: 30000}".',
    next: editCommand(file),
  });
}

/** The command that opens a configuration file, broken or not. */
export function editCommand(file: string): string {
  return `prompt-runner config edit${basename(file) === PROJECT_FILE ? ' --in project' : ''}`;
}

export function unreadable(file: string, fault: unknown): ConfigError {
  return new ConfigError(`The configuration file ${file} cannot be read: ${reasonOf(fault)}.`, {
    hint: 'Mend the file or move it away.',
    next: isFolder(fault) ? undefined : editCommand(file),
  });
}

/** The first line of what the system or the reader says, where a caret below it is announced by a colon. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if (isFolder(fault)) return 'a folder stands in its place';
  return (fault.message.split('\n')[0] ?? '').replace(/[.:]$/, '');
}

function isFolder(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'EISDIR';
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
