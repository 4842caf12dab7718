import { type Change, diffLines, diffWordsWithSpace } from 'diff';

export type DifferenceKind = 'same' | 'added' | 'removed';

/** A part of a changed passage: what both texts have of it, or what only this one has. */
export interface WordPart {
  readonly isChanged: boolean;
  readonly text: string;
}

/** Lines that follow each other and are all the same, added or removed, with their line ends. */
export interface TextHunk {
  readonly kind: DifferenceKind;
  readonly text: string;
  /** Which words of the lines changed, where they were changed rather than written anew. */
  readonly words?: readonly WordPart[];
}

/** Comparing lines goes on for so long at most; what is left then counts as written anew. */
const LINES_MILLISECONDS = 800;
/** Words are compared in passages of so many UTF-16 units at most, and in all for so long. */
const MOST_FOR_WORDS = 20_000;
const WORDS_MILLISECONDS = 400;
/** Passages that have less of their text in common were written anew: marks in them would say nothing. */
const LEAST_IN_COMMON = 0.3;

/**
 * What changed from one text to another, by lines, and within changed lines by words. The same and removed
 * hunks together are the first text, the same and added ones the second.
 *
 * @example diffText('a\nb\n', 'a\nc\n').map(({ kind }) => kind) // ['same', 'removed', 'added']
 */
export function diffText(before: string, after: string): TextHunk[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const until = Date.now() + LINES_MILLISECONDS + WORDS_MILLISECONDS;
  return withWords(lineHunks(before, after), until);
}

function lineHunks(before: string, after: string): TextHunk[] {
  const changes = diffLines(before, after, { timeout: LINES_MILLISECONDS });
  return changes === undefined ? writtenAnew(before, after) : changes.map(hunkOf);
}

function hunkOf({ added, removed, value }: Change): TextHunk {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value };
}

/** The lines that both begin and end with are the same; everything between is another. */
function writtenAnew(before: string, after: string): TextHunk[] {
  const head = commonHead(before, after);
  const tail = commonTail(before.slice(head), after.slice(head));
  const hunks: TextHunk[] = [
    { kind: 'same', text: before.slice(0, head) },
    { kind: 'removed', text: before.slice(head, before.length - tail) },
    { kind: 'added', text: after.slice(head, after.length - tail) },
    { kind: 'same', text: before.slice(before.length - tail) },
  ];
  return hunks.filter(({ text }) => text !== '');
}

/** In UTF-16 units, whole lines. */
function commonHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return a.slice(0, length).lastIndexOf('\n') + 1;
}

function commonTail(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  const lineEnd = a.indexOf('\n', a.length - length);
  return lineEnd < 0 ? 0 : a.length - lineEnd - 1;
}

function withWords(hunks: readonly TextHunk[], until: number): TextHunk[] {
  return hunks.flatMap((hunk, at) => {
    const [before, next] = [hunks[at - 1], hunks[at + 1]];
    if (hunk.kind === 'added' && before?.kind === 'removed') return [];
    if (hunk.kind !== 'removed' || next?.kind !== 'added') return [hunk];
    return changedWords(hunk, next, until);
  });
}

function changedWords(removed: TextHunk, added: TextHunk, until: number): TextHunk[] {
  const size = removed.text.length + added.text.length;
  const timeout = Math.min(WORDS_MILLISECONDS, until - Date.now());
  if (size > MOST_FOR_WORDS || timeout <= 0) return [removed, added];
  const changes = diffWordsWithSpace(removed.text, added.text, { timeout });
  if (changes === undefined || 2 * inCommon(changes) < LEAST_IN_COMMON * size) return [removed, added];
  return [
    { ...removed, words: partsOf(changes.filter((change) => !change.added)) },
    { ...added, words: partsOf(changes.filter((change) => !change.removed)) },
  ];
}

function inCommon(changes: readonly Change[]): number {
  return changes.reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.trim().length),
    0,
  );
}

/** Parts that follow each other and are both changed, or both not, are one. */
function partsOf(changes: readonly Change[]): WordPart[] {
  const parts: WordPart[] = [];
  for (const { added, removed, value } of changes) {
    const isChanged = added || removed;
    const last = parts.at(-1);
    if (last?.isChanged === isChanged) parts.splice(-1, 1, { isChanged, text: last.text + value });
    else parts.push({ isChanged, text: value });
  }
  return parts;
}
