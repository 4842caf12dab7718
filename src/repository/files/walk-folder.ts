import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { byCodeUnits } from './file-order.js';

/** Folders of tools, which no .gitignore need name. */
const TOOL_FOLDERS = new Set(['.git', '.hg', '.svn', '.venv', '__pycache__', 'node_modules', 'venv']);
const IGNORE_FILE = '.gitignore';
const IGNORE_LIMIT = 100_000;
/** A pattern is made an expression whose time grows with the length of a name to the power of its stars. */
const MOST_STARS = 4;

/** The patterns of one .gitignore, and the folder that they count from, ending with a slash. */
interface IgnoreRules {
  readonly folder: string;
  readonly patterns: Ignore;
}

/**
 * The files below a folder that no .gitignore excludes, relative and with slashes, folder by folder in
 * order. Links are neither listed nor followed; a folder that cannot be read is passed over.
 */
export async function* walkFolder(
  root: string,
  folder = '',
  outer: readonly IgnoreRules[] = [],
): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((): Dirent[] => []);
  const own = entries.some((entry) => entry.name === IGNORE_FILE && entry.isFile());
  const rules = own ? [...outer, await readRules(root, folder)] : outer;
  for (const entry of entries.sort((a, b) => byCodeUnits(a.name, b.name))) {
    const path = folder + entry.name;
    if (entry.isDirectory()) {
      const inside = `${path}/`;
      if (!TOOL_FOLDERS.has(entry.name) && !isIgnored(inside, rules)) yield* walkFolder(root, inside, rules);
    } else if (entry.isFile() && !isIgnored(path, rules)) {
      yield path;
    }
  }
}

async function readRules(root: string, folder: string): Promise<IgnoreRules> {
  const text = await readFile(join(root, folder, IGNORE_FILE), 'utf8').catch(() => '');
  const lines = text.slice(0, IGNORE_LIMIT).split(/\r?\n/);
  const harmless = lines.filter((line) => (line.match(/\*+/g) ?? []).length <= MOST_STARS);
  return { folder, patterns: ignore().add(harmless) };
}

/** The deepest .gitignore that says anything decides. */
function isIgnored(path: string, rules: readonly IgnoreRules[]): boolean {
  for (const { folder, patterns } of rules.toReversed()) {
    const { ignored, unignored } = patterns.test(path.slice(folder.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}
