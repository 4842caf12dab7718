import { existsSync, readFileSync, realpathSync } from 'node:fs';
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { writeTextFile } from '../base/files/write-text-file.js';
import { yamlExcess } from '../base/text/yaml-excess.js';
import { editCommand, noMapping, readable, unreadable } from './config-file.js';
import { ConfigError } from './errors.js';
import { type SettingValue, settings } from './settings.js';

/**
 * Writes a value into a configuration file, which is made when it is not there. Comments, the order of keys
 * and the way in which a key was written (`a: {b: 1}`, `a.b: 1`) stay.
 *
 * @throws ConfigError when the file is no YAML mapping, or has a value where a group of keys would have to be
 * @throws FileNotWrittenError when the system refuses to write it
 */
export async function writeSetting(file: string, key: string, value: SettingValue): Promise<void> {
  const document = openDocument(file);
  if (isGroup(key)) spreadGroup(document, key);
  const path = pathsOf(document, key).at(-1) ?? freePath(document, key, file);
  document.setIn(path, typeof value === 'object' ? listAt(document, path, value) : value);
  await save(file, document);
}

/**
 * Takes a value out of a configuration file, with the group around it when that is empty then.
 *
 * @returns whether the file had it
 * @throws ConfigError when the file is no YAML mapping
 * @throws FileNotWrittenError when the system refuses to write it
 */
export async function removeSetting(file: string, key: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  const document = openDocument(file);
  const paths = pathsOf(document, key);
  for (const path of paths) removeAt(document, path);
  if (paths.length > 0) await save(file, document);
  return paths.length > 0;
}

function openDocument(file: string): Document {
  const text = existsSync(file) ? readable(file, () => readFileSync(file, 'utf8')) : '';
  const excess = yamlExcess(text, Lexer);
  if (excess !== null) throw unreadable(file, new Error(excess));
  const document: Document = parseDocument(text);
  const [fault] = document.errors;
  if (fault !== undefined) throw unreadable(file, fault);
  const { contents } = document;
  if (contents !== null && !isMap(contents)) throw noMapping(file);
  // An empty `{}` would make the first key of many look as if all had to stand on one line.
  if (contents?.items.length === 0) contents.flow = false;
  return document;
}

/** All places where a document has a dotted key, in their order: the last one is in force. */
function pathsOf({ contents }: Document, key: string): string[][] {
  const search = (map: YAMLMap, rest: string): string[][] =>
    map.items.flatMap(({ key: node, value }) => {
      const name = String(node);
      if (name === rest) return isMap(value) && isGroup(key) ? [] : [[name]];
      if (!rest.startsWith(`${name}.`) || !isMap(value)) return [];
      return search(value, rest.slice(name.length + 1)).map((path) => [name, ...path]);
    });
  return isMap(contents) ? search(contents, key) : [];
}

/** Whether the keys of other settings begin with this one, as those of `cache.max_age_days` with `cache`. */
function isGroup(key: string): boolean {
  return Object.keys(settings).some((other) => other.startsWith(`${key}.`));
}

/** Writes `cache: {max_age_days: 7}` as `cache.max_age_days: 7`, so that `cache` itself can have a value. */
function spreadGroup({ contents }: Document, key: string): void {
  if (!isMap(contents)) return;
  const at = contents.items.findIndex(({ key: node, value }) => String(node) === key && isMap(value));
  const group = contents.items[at]?.value;
  if (!isMap(group)) return;
  for (const { key: node } of group.items) if (isScalar(node)) node.value = `${key}.${node.value}`;
  contents.items.splice(at, 1, ...group.items);
}

/** Where a key goes that the document does not have yet: into its group. */
function freePath(document: Document, key: string, file: string): string[] {
  const path = key.split('.');
  for (let depth = 1; depth < path.length; depth++) {
    const group = path.slice(0, depth);
    if (!document.hasIn(group) || isMap(document.getIn(group, true))) continue;
    if (document.getIn(group) !== null) {
      if (Object.hasOwn(settings, group.join('.'))) return [key];
      throw new ConfigError(`${file} has a value at "${group.join('.')}", where ${key} would have to be.`, {
        hint: 'Mend the file by hand.',
        next: editCommand(file),
      });
    }
    document.deleteIn(group);
  }
  return path;
}

/** A list as it is written at a place: comments on it, and on words that stay, are kept. */
function listAt(document: Document, path: readonly string[], words: readonly string[]): YAMLSeq {
  const present: unknown = document.getIn(path, true);
  const list = isSeq(present) ? present : document.createNode([], { flow: true });
  const kept = isSeq(present) ? [...present.items] : [];
  if (isScalar(present)) copyComments(present, list);
  list.items = words.map((word) => kept.find((item) => isScalar(item) && item.value === word) ?? word);
  return list;
}

function copyComments({ comment, commentBefore }: Node, target: Node): void {
  target.comment = comment ?? null;
  target.commentBefore = commentBefore ?? null;
}

function removeAt(document: Document, path: readonly string[]): void {
  const group = path.slice(0, -1);
  const map = group.length === 0 ? document.contents : document.getIn(group, true);
  if (!isMap(map)) return;
  removePair(map, path.at(-1) ?? '');
  if (group.length > 0 && map.items.length === 0) removeAt(document, group);
}

/** Comments before a key stay: nobody knows whether they are about that key alone. */
function removePair(map: YAMLMap, name: string): void {
  const at = map.items.findIndex(({ key }) => String(key) === name);
  const [removed] = map.items.splice(at, 1);
  const next: unknown = map.items[at]?.key;
  const comment = isCommented(removed?.key) ? removed.key.commentBefore : null;
  if (isCommented(next)) next.commentBefore = paragraphs(comment, next.commentBefore);
  else map.comment = paragraphs(map.comment, comment);
}

type Comment = string | null | undefined;

function isCommented(node: unknown): node is { commentBefore?: Comment } {
  return typeof node === 'object' && node !== null;
}

function paragraphs(...comments: Comment[]): string | null {
  return comments.filter(Boolean).join('\n\n') || null;
}

/** Configuration files are often links into a folder of dotfiles: the file behind is written. */
async function save(file: string, document: Document): Promise<void> {
  const target = existsSync(file) ? realpathSync(file) : file;
  await writeTextFile(target, textOf(document), { replace: true });
}

/** Without keys only the comments are left, rather than `{}`. */
function textOf(document: Document): string {
  const { contents } = document;
  if (!isMap(contents) || contents.items.length > 0) {
    return document.toString({ lineWidth: 0, flowCollectionPadding: false });
  }
  document.commentBefore = paragraphs(document.commentBefore, contents.comment, document.comment);
  document.comment = null;
  document.contents = null;
  return document.toString().replace(/\n?null\n$/, '');
}
