import { type Entry, textsOf } from '../outline/entry.js';
import { splitLabel } from '../outline/label.js';
import type { KeyFile } from './execution-notes.js';
import type { Field, Reading } from './field.js';
import { listOf } from './note-item.js';

/** Reads the files; an entry that names no path but stands above paths is a title, and unread. */
export function readKeyFiles(fields: readonly Field[]): Reading<KeyFile[]> {
  const lists = fields.map((field) => listOf(field));
  const read = filesIn(lists.flatMap(({ value }) => value));
  return { value: read.value, unread: [...lists.flatMap(({ unread }) => unread), ...read.unread] };
}

function filesIn(entries: readonly Entry[]): Reading<KeyFile[]> {
  const readings = entries.map(filesOf);
  return { value: readings.flatMap(({ value }) => value), unread: readings.flatMap(({ unread }) => unread) };
}

function filesOf(entry: Entry): Reading<KeyFile[]> {
  const files =
    entry.cells === null ? filesOfText(entry.text) : filesOfRow(entry.cells.map(({ text }) => text));
  if (files.length === 0) {
    const below = filesIn(entry.children);
    return below.value.length === 0
      ? { value: [], unread: textsOf(entry) }
      : { value: below.value, unread: [entry.text, ...below.unread] };
  }
  const remarks = entry.children.flatMap(textsOf).map(withoutNoteLabel);
  return { value: files.map((file) => ({ ...file, note: joined([file.note, ...remarks]) })), unread: [] };
}

function withoutNoteLabel(text: string): string {
  const labelled = splitLabel(text);
  return labelled !== null && ['note', 'reason', 'purpose'].includes(labelled.label.toLowerCase())
    ? labelled.rest
    : text;
}

function joined(notes: readonly (string | null)[]): string | null {
  const written = notes.filter((note) => note !== null && note !== '');
  return written.length === 0 ? null : written.join('\n');
}

/** `path - note`, `path (note)`, `` `path`: note ``; several paths with commas share a note. */
function filesOfText(text: string): KeyFile[] {
  const names: string[] = [];
  let rest = text.trim();
  for (;;) {
    const leading = leadingPath(rest);
    if (leading === null) break;
    names.push(leading.path);
    rest = leading.rest;
    const comma = /^(?:,? and |, |; )/.exec(rest)?.[0];
    if (comma === undefined || leadingPath(rest.slice(comma.length)) === null) break;
    rest = rest.slice(comma.length);
  }
  const note = noteOf(rest);
  return names.map((name) => located(name, note));
}

function filesOfRow(cells: readonly string[]): KeyFile[] {
  const index = cells.findIndex((cell) => filesOfText(cell).length > 0);
  const others = cells.filter((cell, at) => at !== index && cell !== '');
  return filesOfText(cells[index] ?? '').map((file) => ({ ...file, note: joined([file.note, ...others]) }));
}

/** The path at the beginning of a text, and what follows it. */
function leadingPath(text: string): { path: string; rest: string } | null {
  const quoted = quotedStart(text);
  if (quoted !== null) return looksLikePath(quoted.path) ? quoted : null;
  const space = text.search(/\s/);
  const word = space === -1 ? text : text.slice(0, space);
  const path = word.replace(/[,:;]$/, '');
  return looksLikePath(path) ? { path, rest: text.slice(path.length) } : null;
}

/** A path in ticks, in bold or in both, or the text of a link. */
function quotedStart(text: string): { path: string; rest: string } | null {
  const mark = ['**`', '**', '`', '['].find((candidate) => text.startsWith(candidate));
  if (mark === undefined) return null;
  const closing = { '**`': '`**', '**': '**', '`': '`', '[': ']' }[mark] ?? mark;
  const end = text.indexOf(closing, mark.length);
  if (end === -1) return null;
  const after = text.slice(end + closing.length);
  const target = mark === '[' && after.startsWith('(') ? after.indexOf(')') + 1 : 0;
  return { path: text.slice(mark.length, end).trim(), rest: after.slice(target) };
}

const barePaths = new Set(['Makefile', 'Dockerfile', 'Gemfile', 'Procfile', 'Rakefile', 'LICENSE', 'README']);

/** A name with a directory or an extension. Words such as "and/or" that never stand for a file are none. */
function looksLikePath(word: string): boolean {
  if (barePaths.has(word)) return true;
  if (word.length < 2 || word.includes('://') || /^(?:n\/a|and\/or)$/i.test(word)) return false;
  return (
    /[/\\]/.test(word) ||
    /^\.?[^\s.].*\.\w{1,10}(?::\S{1,20}|#\S{1,20})?$/.test(word) ||
    /^\.[a-z]/.test(word)
  );
}

const lineSuffix = /(?::|#)L?(\d{1,7}(?:[-–]L?\d{1,7})?)$/;
const lineNote = /^(?:lines?|L) ?~?(\d{1,7}(?:[-–]\d{1,7})?)$/i;

function located(name: string, note: string | null): KeyFile {
  const suffix = lineSuffix.exec(name);
  if (suffix !== null) return { path: name.slice(0, suffix.index), lines: lineRange(suffix[1]), note };
  const lines = lineNote.exec(note ?? '');
  return lines === null
    ? { path: name, lines: null, note }
    : { path: name, lines: lineRange(lines[1]), note: null };
}

function lineRange(written = ''): string {
  return written.replaceAll('L', '').replace('–', '-');
}

function noteOf(rest: string): string | null {
  const note = rest
    .trim()
    .replace(/^(?:[-–—:=→]|->) ?/, '')
    .trim();
  const inner = note.startsWith('(') && note.endsWith(')') ? note.slice(1, -1).trim() : note;
  return inner === '' ? null : inner;
}
