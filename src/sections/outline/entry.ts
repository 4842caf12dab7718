import { boldTitle, splitLabel } from './label.js';
import type { OutlineLine } from './outline-line.js';
import { cellsOf, isRule } from './table-row.js';

/** An item of a list, a row of a table, or a paragraph, with what is nested below it. */
export interface Entry {
  readonly text: string;
  /** How it was set off: a list item or a row is `item`, a title above others `group`, else `prose`. */
  readonly kind: 'item' | 'group' | 'prose';
  readonly children: readonly Entry[];
  /** The cells of a row of a table; null for all else. */
  readonly cells: readonly Cell[] | null;
}

export interface Cell {
  /** The title of its column; the number of the column where the table has none. */
  readonly column: string;
  readonly text: string;
}

/** The texts of an entry and of all below it, in order. */
export function textsOf({ text, children }: Entry): string[] {
  return [text, ...children.flatMap(textsOf)];
}

interface Draft {
  text: string;
  readonly kind: Entry['kind'];
  readonly children: Draft[];
  readonly cells: readonly Cell[] | null;
  /** Lines of a higher level nest below it: columns for items, negative for titles. */
  readonly level: number;
  readonly numbered: boolean;
  /** How long its latest line was, in UTF-16 units. */
  lastLength: number;
}

/** Deeper nesting is flattened, so that no input can exhaust the stack of those who walk the tree. */
const deepest = 32;

/** Shorter lines were not broken by a terminal: the next line begins something new. */
const shortestWrappedLine = 60;

/** Builds the tree of entries that the indentation and the markers of the lines show. */
export function entriesOf(lines: readonly OutlineLine[]): Entry[] {
  const root = draft('', 'group', Number.NEGATIVE_INFINITY);
  const path: [Draft, ...Draft[]] = [root];
  let columns: readonly string[] | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.marker !== 'table') columns = null;
    if (line.marker === 'table') {
      columns = addRow(path, line, columns, lines.slice(index + 1, index + 3));
    } else if (continues(line, last(path), path.length > 1)) {
      extend(last(path), line);
    } else {
      add(path, asDraft(line, path));
    }
  }
  return root.children;
}

function last(path: readonly [Draft, ...Draft[]]): Draft {
  return path.at(-1) ?? path[0];
}

function draft(text: string, kind: Entry['kind'], level: number, numbered = false): Draft {
  return { text, kind, children: [], cells: null, level, numbered, lastLength: text.length };
}

function asDraft(line: OutlineLine, path: readonly Draft[]): Draft {
  const title = groupTitle(line);
  if (line.marker === 'hash') return draft(line.text, 'group', line.depth - 100);
  if (title !== null) return draft(title, 'group', -1);
  if (line.marker === 'dash' || line.marker === 'number') {
    const level = isBelowNumber(line, path) ? line.indent + 0.5 : line.indent;
    return draft(line.text, 'item', level, line.marker === 'number');
  }
  return draft(line.text, 'prose', line.indent);
}

/** A dash level with the number above it still belongs to it: the indentation was lost on the way. */
function isBelowNumber(line: OutlineLine, path: readonly Draft[]): boolean {
  if (line.marker !== 'dash' || line.afterBlank) return false;
  return path.some(({ numbered, level }) => numbered && level === line.indent);
}

/** The title that an unmarked line at the left edge is to those below it: bold, or with a colon at its end. */
function groupTitle({ marker, indent, text }: OutlineLine): string | null {
  if (marker !== 'none' || indent > 1) return null;
  return boldTitle(text) ?? (/^\P{Ll}/u.test(text) && splitLabel(text)?.rest === '' ? text : null);
}

function add(path: [Draft, ...Draft[]], entry: Draft): void {
  while (path.length > 1 && (last(path).level >= entry.level || path.length > deepest)) path.pop();
  last(path).children.push(entry);
  path.push(entry);
}

/** Whether the line goes on with the entry above it, as a broken line or as a piece of code does. */
function continues(line: OutlineLine, above: Draft, hasEntry: boolean): boolean {
  if (!hasEntry || above.cells !== null) return false;
  if (line.marker === 'code') return above.kind !== 'group';
  if (line.marker !== 'none' || above.kind === 'group') return false;
  if (isSubLabel(line.text) || groupTitle(line) !== null) return false;
  if (line.afterBlank) return above.kind === 'item' && line.indent > above.level + 1;
  return above.kind === 'item' || above.lastLength >= shortestWrappedLine || /^\p{Ll}/u.test(line.text);
}

/** Whether the line is a short label with its text, as `Mitigation: …` is below a risk. */
function isSubLabel(text: string): boolean {
  const labelled = splitLabel(text);
  return labelled !== null && /^\p{Lu}/u.test(labelled.label) && labelled.label.split(' ').length <= 3;
}

function extend(entry: Draft, line: OutlineLine): void {
  entry.text += line.marker === 'code' ? `\n${line.text}` : `${entry.text === '' ? '' : ' '}${line.text}`;
  entry.lastLength = line.text.length;
}

/** Adds a row and returns the columns of its table; a row above a rule gives them, if rows follow. */
function addRow(
  path: [Draft, ...Draft[]],
  line: OutlineLine,
  columns: readonly string[] | null,
  following: readonly OutlineLine[],
): readonly string[] {
  const texts = cellsOf(line.text);
  if (isRule(line.text)) return columns ?? [];
  const [rule, row] = following;
  if (columns === null && rule !== undefined && isRule(rule.text) && row?.marker === 'table') return texts;
  const titles = columns ?? [];
  const cells = texts.map((text, index) => ({ column: titles[index] ?? `${index + 1}`, text }));
  add(path, { ...draft(texts.join(' | '), 'item', line.indent), cells });
  path.pop(); // Nothing nests below a row.
  return titles;
}
