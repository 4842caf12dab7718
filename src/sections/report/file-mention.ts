import { splitLabel } from '../outline/label.js';
import { changeOfRemark, changeOfWordAlone, fileGroup } from './file-change.js';
import type { FileChange } from './implementation-report.js';
import { firstWord, leadingPath } from './leading-path.js';

/** A line that begins with a file, and what else it says of it. */
export interface FileMention {
  readonly path: string;
  readonly previousPath: string | null;
  readonly change: FileChange | null;
  readonly purpose: string | null;
  /** Whether the line says that it names a file: "File: …", "New file: …". */
  readonly labelled: boolean;
}

/**
 * Reads a line, without its list marker, that begins with a file.
 *
 * @example fileMention('`src/a.ts` (new) — reads a') // change 'created', purpose 'reads a'
 * @example fileMention('File: src/a.ts') // labelled
 * @example fileMention('Renamed `a.ts` → `b.ts`') // path 'b.ts', previousPath 'a.ts'
 */
export function fileMention(line: string): FileMention | null {
  const text = withoutDecoration(line);
  const label = splitLabel(text);
  const group = label === null ? null : labelGroup(label.label);
  if (label !== null && group !== null) return mention(label.rest, group.change, true);
  const verb = leadingVerb(text);
  return verb === null ? mention(text, null, false) : mention(verb.rest, verb.change, false);
}

function mention(text: string, said: FileChange | null, labelled: boolean): FileMention | null {
  const found = leadingPath(text) ?? (labelled ? firstWord(text) : null);
  if (found === null) return null;
  const renamed = renamedTo(found.rest);
  const remark = readRemark(renamed?.rest ?? found.rest);
  return {
    path: renamed?.path ?? found.path,
    previousPath: renamed === null ? null : found.path,
    change: said ?? remark.change ?? (renamed === null ? null : 'renamed'),
    purpose: remark.purpose,
    labelled,
  };
}

/** "File", "File 2", "Path", "New file", "Modified". */
function labelGroup(label: string): { readonly change: FileChange | null } | null {
  if (/^(?:file ?)?(?:path|name)$/i.test(label)) return { change: null };
  return fileGroup(label);
}

const codeOfLetter: ReadonlyMap<string, FileChange> = new Map([
  ['A', 'created'],
  ['M', 'modified'],
  ['D', 'deleted'],
  ['R', 'renamed'],
]);

/** "Created", "[NEW]", "Added a new file", "M" before a path. */
function leadingVerb(text: string): { readonly change: FileChange; readonly rest: string } | null {
  const verb = /^[[(]?(\p{L}{1,10})[\])]?:?\s/u.exec(text);
  const word = verb?.[1] ?? '';
  const change = changeOfWordAlone(word) ?? codeOfLetter.get(word) ?? null;
  if (verb === null || change === null) return null;
  const rest = text.slice(verb[0].length).trimStart();
  return { change, rest: rest.replace(/^(?:(?:a|the|new|file)\s){1,3}/i, '') };
}

function renamedTo(rest: string): { readonly path: string; readonly rest: string } | null {
  const arrow = /^\s*(?:→|->|=>|to\s)/.exec(rest);
  return arrow === null ? null : leadingPath(rest.slice(arrow[0].length));
}

interface Remark {
  readonly change: FileChange | null;
  readonly purpose: string | null;
}

/** What follows a path: "(new) — reads a", ": modified", "- reads a". */
function readRemark(rest: string): Remark {
  const text = withoutSeparator(rest);
  const close = text.startsWith('(') ? text.indexOf(')') : text.startsWith('[') ? text.indexOf(']') : -1;
  const bracketed = close === -1 ? null : changeOfRemark(text.slice(1, close));
  if (bracketed !== null) {
    const more = text.slice(1, close).split(/[,;:]/).slice(1).join(',').trim();
    const after = withoutSeparator(text.slice(close + 1));
    return { change: bracketed, purpose: orNull([after, more === '' ? '' : `(${more})`].join(' ')) };
  }
  const word = /^\p{L}{1,10}/u.exec(text)?.[0] ?? '';
  const change = changeOfWordAlone(word);
  const after = text.slice(word.length);
  // "Added the parser" tells of something inside the file; only a word by itself tells of the file.
  if (change !== null && /^(?:\s+file)?\s*(?:$|[-–—:,;(])/i.test(after)) {
    return { change, purpose: orNull(withoutSeparator(after.replace(/^\s+file/i, ''))) };
  }
  return { change: null, purpose: orNull(text) };
}

function withoutSeparator(text: string): string {
  return text
    .trim()
    .replace(/^[-–—:,;]{1,3}/, '')
    .trim();
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** Check marks, emoji and the like before the first word. */
function withoutDecoration(text: string): string {
  return text.trim().replace(/^[^\p{L}\p{N}`*_"'[(./\\~@|]{1,8}/u, '');
}
