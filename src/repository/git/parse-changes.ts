import { languageOf } from '../files/language.js';

export type ChangeStatus =
  | 'added'
  | 'modified'
  | 'removed'
  | 'renamed'
  | 'copied'
  | 'type-changed'
  | 'conflicted';

export interface ChangedFile {
  /** Relative to the folder that was asked about. */
  readonly path: string;
  /** What a renamed or copied file came from. */
  readonly from: string | null;
  readonly status: ChangeStatus;
  /** In lines; null for a binary file. */
  readonly added: number | null;
  readonly removed: number | null;
  readonly language: string | null;
}

const STATUSES: Readonly<Record<string, ChangeStatus>> = {
  A: 'added',
  C: 'copied',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'type-changed',
  U: 'conflicted',
};

/**
 * Reads what `git diff --raw --numstat -z` prints: first an entry of status for each file, beginning with
 * a colon, then one of counts, in the same order.
 */
export function parseChanges(listing: string): ChangedFile[] {
  const words = listing.split('\0').values();
  const statuses = new Map<string, { status: ChangeStatus; from: string | null }>();
  const files: ChangedFile[] = [];
  for (const word of words) {
    if (word.startsWith(':')) {
      const letter = word.slice(word.lastIndexOf(' ') + 1).charAt(0);
      const { path, from } = paths(words, letter === 'R' || letter === 'C');
      statuses.set(path, { status: STATUSES[letter] ?? 'modified', from });
    } else if (word !== '') {
      files.push(counted(word, words, statuses));
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `added TAB removed TAB path`; the path is empty when two follow. */
function counted(
  word: string,
  words: Iterator<string>,
  statuses: ReadonlyMap<string, { status: ChangeStatus; from: string | null }>,
): ChangedFile {
  const [added = '', removed = ''] = word.split('\t', 2);
  const named = word.slice(added.length + removed.length + 2);
  const path = named === '' ? paths(words, true).path : named;
  const { status, from } = statuses.get(path) ?? { status: 'modified', from: null };
  return { path, from, status, added: lines(added), removed: lines(removed), language: languageOf(path) };
}

function paths(words: Iterator<string>, two: boolean): { path: string; from: string | null } {
  const from = two ? next(words) : null;
  return { path: next(words), from };
}

function next(words: Iterator<string>): string {
  const { value, done } = words.next();
  return done === true ? '' : value;
}

function lines(count: string): number | null {
  return count === '-' ? null : Number(count);
}
