import { existsSync, readFileSync, realpathSync } from 'node:fs';
import type { Document, YAMLMap } from 'yaml';
import { writeTextFile } from '../base/files/write-text-file.js';
import { noMapping, readable, unreadable } from './config-file.js';
import { ConfigError } from './errors.js';

/**
 * Writes a value into a configuration file, which is made when it is not there. Comments, the order of keys
 * and the way in which a key was written (`a: {b: 1}`, `a.b: 1`) stay.
 *
 * @throws ConfigError when the file is no YAML mapping, or has a value where a group of keys would have to be
 * @throws FileNotWrittenError when the system refuses to write it
 */
export async function writeSetting(file: string, key: string, value: string | number): Promise<void> {
  const document = await openDocument(file);
  const path = (await pathsOf(document, key)).at(-1) ?? (await freePath(document, key, file));
  document.setIn(path, value);
  await save(file, document);
}

/**
 * Takes a value out of a configuration file, with the group around it when that is empty then.
 *
 * @returns whether the file had it
 * @throws ConfigError when the file is no YAML mapping
 */
export async function removeSetting(file: string, key: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  const document = await openDocument(file);
  const paths = await pathsOf(document, key);
  for (const path of paths) await removeAt(document, path);
  if (paths.length > 0) await save(file, document);
  return paths.length > 0;
}

async function openDocument(file: string): Promise<Document> {
  const { isMap, parseDocument } = await import('yaml');
  const text = existsSync(file) ? readable(file, () => readFileSync(file, 'utf8')) : '';
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault !== undefined) throw unreadable(file, fault);
  if (document.contents !== null && !isMap(document.contents)) throw noMapping(file);
  // An empty `{}` would make the first key of many look as if all had to stand on one line.
  if (document.contents?.items.length === 0) document.contents.flow = false;
  return document;
}

/** All places where a document has a dotted key, in their order: the last one is in force. */
async function pathsOf(document: Document, key: string): Promise<string[][]> {
  const { isMap } = await import('yaml');
  const search = (map: YAMLMap, rest: string): string[][] =>
    map.items.flatMap(({ key: node, value }) => {
      const name = String(node);
      if (name === rest) return [[name]];
      if (!rest.startsWith(`${name}.`) || !isMap(value)) return [];
      return search(value, rest.slice(name.length + 1)).map((path) => [name, ...path]);
    });
  return isMap(document.contents) ? search(document.contents, key) : [];
}

/** Where a key goes that the document does not have yet: into its group. */
async function freePath(document: Document, key: string, file: string): Promise<string[]> {
  const { isMap } = await import('yaml');
  const path = key.split('.');
  for (let depth = 1; depth < path.length; depth++) {
    const group = path.slice(0, depth);
    if (!document.hasIn(group) || isMap(document.getIn(group, true))) continue;
    if (document.getIn(group) !== null) {
      throw new ConfigError(`${file} has a value at "${group.join('.')}", where ${key} would have to be.`, {
        hint: 'Mend the file by hand.',
        next: 'prompt-runner config edit',
      });
    }
    document.deleteIn(group);
  }
  return path;
}

async function removeAt(document: Document, path: readonly string[]): Promise<void> {
  const { isMap } = await import('yaml');
  document.deleteIn(path);
  const group = path.slice(0, -1);
  const left = group.length === 0 ? undefined : document.getIn(group);
  if (isMap(left) && left.items.length === 0) await removeAt(document, group);
}

/** Configuration files are often links into a folder of dotfiles: the file behind is written. */
async function save(file: string, document: Document): Promise<void> {
  const target = existsSync(file) ? realpathSync(file) : file;
  await writeTextFile(target, textOf(document), { replace: true });
}

/** Without keys only the comments are left, rather than `{}`. */
function textOf(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).replace(/(?<=^|\n)\{\}\n$/, '');
}
