import { entriesOf } from '../outline/entry.js';
import { boldTitle, splitLabel, withoutEmphasis } from '../outline/label.js';
import type { OutlineLine } from '../outline/outline-line.js';
import { readDuration } from './duration.js';
import type { Field, Reading } from './field.js';
import { type FieldName, fieldOf, isScalar } from './field-names.js';

/** A line that could be the title of a field. */
interface Title {
  readonly name: FieldName | null;
  readonly title: string;
  readonly inline: string;
  /** How it is set off; the fields of one text are mostly set off alike. */
  readonly style: 'hash' | 'bold' | 'label' | 'bare' | 'dash' | 'number';
  readonly indent: number;
  readonly depth: number;
}

/** A field whose end is not found yet. */
interface OpenField {
  readonly title: Title;
  readonly lines: OutlineLine[];
  /** Among the lines is an item of a list or a row of a table. */
  hasItems: boolean;
  /** Among the lines is an unmarked title above others. */
  hasGroups: boolean;
}

/** Cuts the lines of notes into fields. Lines before the first title are unread. */
export function splitFields(lines: readonly OutlineLine[]): Reading<Field[]> {
  const preface: string[] = [];
  const fields: OpenField[] = [];
  for (const line of lines) {
    const current = fields.at(-1);
    const title = titleOf(line);
    if (title !== null && opensField(title, line, current))
      fields.push({ title, lines: [], hasItems: false, hasGroups: false });
    else if (current === undefined) preface.push(line.raw);
    else extend(current, line);
  }
  return { value: fields.map(closed), unread: preface };
}

function extend(field: OpenField, line: OutlineLine): void {
  field.lines.push(line);
  field.hasItems ||= isItem(line);
  field.hasGroups ||= isGroupTitle(line);
}

function closed({ title: { name, title, inline }, lines }: OpenField): Field {
  return { name, title, inline, entries: entriesOf(lines), source: sourceOf(lines) };
}

/** The lines as written, without the indentation that all of them share. */
function sourceOf(lines: readonly OutlineLine[]): string {
  return lines
    .map(({ indent, raw, afterBlank }) => `${afterBlank ? '\n' : ''}${' '.repeat(indent)}${raw.trim()}`)
    .join('\n')
    .replace(/^\n/, '');
}

function titleOf(line: OutlineLine): Title | null {
  const { marker, indent, depth, text } = line;
  if (marker === 'code' || marker === 'table') return null;
  const place = { indent: marker === 'hash' ? 0 : indent, depth };
  const bold = boldTitle(text);
  if (bold !== null)
    return { ...place, name: fieldOf(bold), title: bold, inline: '', style: styleOf(marker, 'bold') };
  const labelled = splitLabel(text) ?? dashedScalar(text);
  if (labelled !== null) {
    const { label, rest } = labelled;
    return { ...place, name: fieldOf(label), title: label, inline: rest, style: styleOf(marker, 'label') };
  }
  const name = fieldOf(text);
  if (name === null && marker !== 'hash') return null;
  return { ...place, name, title: withoutEmphasis(text), inline: '', style: styleOf(marker, 'bare') };
}

function styleOf(marker: OutlineLine['marker'], unmarked: 'bold' | 'label' | 'bare'): Title['style'] {
  return marker === 'hash' || marker === 'dash' || marker === 'number' ? marker : unmarked;
}

/** `Complexity - Medium`, where a dash stands for the colon. */
function dashedScalar(text: string): { label: string; rest: string } | null {
  const dash = / [-–—] /.exec(text);
  if (dash === null) return null;
  const label = withoutEmphasis(text.slice(0, dash.index));
  return isScalar(fieldOf(label)) ? { label, rest: text.slice(dash.index + dash[0].length).trim() } : null;
}

function opensField(title: Title, line: OutlineLine, current: OpenField | undefined): boolean {
  if (current === undefined) return title.name !== null || title.style !== 'bare';
  if (isPhase(title, current)) return false;
  switch (title.style) {
    case 'hash':
      return !isSubheading(title, current);
    case 'dash':
    case 'number':
      return title.name === null ? opensUnknownItem(title, current) : opensKnownItem(title, current);
    case 'bold':
    case 'label':
    case 'bare':
      return title.name === null
        ? opensUnknownLine(title, line, current)
        : opensKnownLine(title, line, current);
  }
}

/** `Testing: 3-4 hours` below a time estimate is a phase of it, not the testing strategy. */
function isPhase({ name, inline }: Title, { title }: OpenField): boolean {
  return title.name === 'timeEstimate' && !isScalar(name) && readDuration(inline) !== null;
}

function isSubheading({ depth, name }: Title, { title }: OpenField): boolean {
  if (title.style !== 'hash' || depth <= title.depth) return false;
  return title.name === null ? name === null : !isScalar(title.name);
}

function isSibling(title: Title, { title: current }: OpenField): boolean {
  return title.style === current.style && title.indent === current.indent;
}

/** Below a title of the notes as a whole, such as `Overview`, the single values may be list items. */
function isOverview({ title, lines }: OpenField): boolean {
  return title.name === null && title.inline === '' && lines.length === 0;
}

function opensKnownItem(title: Title, current: OpenField): boolean {
  return isSibling(title, current) || (isScalar(title.name) && isOverview(current));
}

/** A sibling of the field's own title, unless it is the first of the items that the title announces. */
function opensUnknownItem(title: Title, current: OpenField): boolean {
  if (!isSibling(title, current)) return false;
  const { inline } = current.title;
  const [first] = current.lines;
  return first === undefined ? inline !== '' : first.indent > title.indent || first.marker !== title.style;
}

function opensKnownLine(title: Title, line: OutlineLine, { title: current }: OpenField): boolean {
  if (title.style === 'bare' && !line.afterBlank) return false;
  if (current.style === 'hash' && !isScalar(title.name))
    return current.name === null || isScalar(current.name);
  return title.indent <= Math.max(1, current.indent);
}

/**
 * An unmarked line of another name opens a field when it looks like the titles before it and the field before
 * it is done: a single value, or a list with a blank line behind it.
 */
function opensUnknownLine(title: Title, line: OutlineLine, current: OpenField): boolean {
  if (title.style !== current.title.style || title.indent > Math.max(1, current.title.indent)) return false;
  if (title.style === 'bold') return true;
  if (isScalar(current.title.name)) return true;
  if (current.title.name === null && current.title.inline !== '') return true;
  return line.afterBlank && current.hasItems && !current.hasGroups;
}

function isItem({ marker }: OutlineLine): boolean {
  return marker === 'dash' || marker === 'number' || marker === 'table';
}

function isGroupTitle({ marker, text }: OutlineLine): boolean {
  return marker === 'none' && splitLabel(text)?.rest === '';
}
