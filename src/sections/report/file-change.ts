import type { FileChange } from './implementation-report.js';

const changeOfWord: ReadonlyMap<string, FileChange> = new Map([
  ...wordsFor('created', ['new', 'created', 'create', 'added', 'add']),
  ...wordsFor('modified', ['modified', 'modify', 'updated', 'update', 'edited', 'edit', 'extended']),
  ...wordsFor('deleted', ['deleted', 'delete', 'removed', 'remove']),
  ...wordsFor('renamed', ['renamed', 'rename', 'moved', 'move']),
]);

function wordsFor(change: FileChange, words: readonly string[]): [string, FileChange][] {
  return words.map((word) => [word, change]);
}

/** The change that a single word names, whatever its case: `NEW`, `updated`; null for any other word. */
export function changeOfWordAlone(word: string): FileChange | null {
  return changeOfWord.get(word.toLowerCase()) ?? null;
}

/**
 * The change that a short remark begins with: "Created", "New file", "modified (schema)". Null when it
 * begins otherwise, or names two: "Created/Modified".
 */
export function changeOfRemark(remark: string): FileChange | null {
  const [first = '', second = ''] = wordsOf(remark.slice(0, LONGEST_REMARK));
  const change = changeOfWordAlone(first);
  const other = remark.trimStart().charAt(first.length) === '/' ? changeOfWordAlone(second) : null;
  return other === null || other === change ? change : null;
}

/** A title above a list of files, and what it says about each of them: "Files created", "Modified:". */
export interface FileGroup {
  readonly change: FileChange | null;
}

/** Reads a title as that of a list of files; null when it holds any word that does not belong there. */
export function fileGroup(title: string): FileGroup | null {
  if (title.length > LONGEST_REMARK) return null;
  const words = wordsOf(title);
  const known = words.every((word) => changeOfWordAlone(word) !== null || groupWords.has(word));
  const changes = new Set(words.map(changeOfWordAlone).filter((change) => change !== null));
  const tellsOfFiles = changes.size > 0 || words.some((word) => word === 'file' || word === 'files');
  if (!known || !tellsOfFiles) return null;
  const [change = null] = changes;
  return { change: changes.size === 1 ? change : null };
}

const LONGEST_REMARK = 80;

const groupWords: ReadonlySet<string> = new Set([
  'file',
  'files',
  'changed',
  'changes',
  'existing',
  'source',
  'code',
  'test',
  'tests',
  'list',
  'of',
  'and',
  'the',
]);

/** Letters only: numbers, as in "Files created (3)", say nothing. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
