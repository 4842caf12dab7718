import { type OutlineLine, outlineLines } from '../outline/outline-line.js';
import { fileGroup } from './file-change.js';
import { FileDraft } from './file-draft.js';
import { describeFile, isField } from './file-field.js';
import { type FileMention, fileMention } from './file-mention.js';
import { filesOfTable } from './file-table.js';
import type { FileChange, Reading } from './implementation-report.js';
import { titleOf } from './line-title.js';

/**
 * The files that a text lists, in whatever layout: "File: …" with fields below, titled lists, numbered or
 * bulleted items, headings, tables.
 *
 * @param change what the heading above the text says about each of them
 */
export function readFiles(text: string, change: FileChange | null): Reading<readonly FileDraft[]> {
  const reader = new FileReader(change);
  const lines = outlineLines(text);
  for (let at = 0; at < lines.length; ) {
    const end = endOfTable(lines, at);
    if (end > at) reader.takeTable(lines.slice(at, end));
    else reader.takeLine(lines[at]);
    at = Math.max(end, at + 1);
  }
  return { value: reader.files, unread: reader.unread };
}

function endOfTable(lines: readonly OutlineLine[], start: number): number {
  let end = start;
  while (lines[end]?.marker === 'table' && (end === start || !lines[end]?.afterBlank)) end++;
  return end;
}

class FileReader {
  readonly files: FileDraft[] = [];
  readonly unread: string[] = [];
  /** The title above, and how deep it stands; lists below it say no more about their files than it does. */
  #group: { readonly change: FileChange | null; readonly level: number };
  #current: { readonly file: FileDraft; readonly level: number } | null = null;

  constructor(change: FileChange | null) {
    this.#group = { change, level: Number.NEGATIVE_INFINITY };
  }

  takeTable(lines: readonly OutlineLine[]): void {
    const { value, unread } = filesOfTable(lines, this.#group.change);
    // Not by spreading: a table of some 100,000 rows would exhaust the stack.
    for (const file of value) this.files.push(file);
    for (const row of unread) this.unread.push(row);
    this.#current = null;
  }

  takeLine(line: OutlineLine | undefined): void {
    if (line === undefined) return;
    const mentioned = line.marker === 'code' ? null : fileMention(line.text);
    if (this.#belongsToCurrent(line, mentioned)) this.#takeDetail(line);
    else if (mentioned !== null) this.#open(line, mentioned);
    else this.#takeTitle(line);
  }

  #belongsToCurrent(line: OutlineLine, mentioned: FileMention | null): boolean {
    if (this.#current === null || mentioned?.labelled) return false;
    if (levelOf(line) > this.#current.level || isField(line)) return true;
    return line.marker === 'none' && !line.afterBlank && mentioned === null && titleOf(line) === null;
  }

  #open(line: OutlineLine, { path, previousPath, change, purpose, labelled }: FileMention): void {
    const file = new FileDraft(path, previousPath, change ?? this.#group.change, purpose, labelled);
    this.files.push(file);
    this.#current = { file, level: levelOf(line) };
  }

  #takeTitle(line: OutlineLine): void {
    this.#current = null;
    const title = titleOf(line);
    const group = fileGroup(title ?? '');
    const level = levelOf(line);
    if (group === null) this.unread.push(line.raw.trim());
    if (group !== null) this.#group = { change: group.change, level };
    else if (title !== null && level <= this.#group.level) this.#group = { change: null, level };
  }

  #takeDetail(line: OutlineLine): void {
    if (this.#current === null || !describeFile(this.#current.file, line)) this.unread.push(line.raw.trim());
  }
}

/** Lines of a higher level belong to the file above them: headings, then text, then items by their depth. */
function levelOf({ marker, depth, indent }: OutlineLine): number {
  switch (marker) {
    case 'hash':
      return depth - 100;
    case 'number':
      return indent;
    // Below a number, dashes belong to it even where their indentation was lost on the way.
    case 'dash':
      return indent + 0.5;
    default:
      return indent === 0 ? -1 : indent;
  }
}
