import { type Cell, type Entry, textsOf } from '../outline/entry.js';
import { splitLabel, withoutEmphasis } from '../outline/label.js';
import type { NoteItem } from './execution-notes.js';
import type { Field, Reading } from './field.js';

/** Reads the items of a list, from every field of one name. */
export function readItems(fields: readonly Field[]): Reading<NoteItem[]> {
  const lists = fields.map((field) => listOf(field));
  return {
    value: lists.flatMap(({ value }) => value.map(itemOf)),
    unread: lists.flatMap(({ unread }) => unread),
  };
}

/**
 * The entries of a field that is a list: its items, or its paragraphs where it has no items. A line that
 * introduces or closes the list is unread.
 *
 * @param isPart whether an entry belongs to the one above it by what it says
 */
export function listOf(
  { inline, entries }: Field,
  isPart: (entry: Entry) => boolean = () => false,
): Reading<Entry[]> {
  const beside: Entry[] = inline === '' ? [] : [{ text: inline, kind: 'prose', children: [], cells: null }];
  const [first, ...others] = entries;
  const isIntroduction = others.length === 0 && first?.kind === 'group' && first.text.endsWith(':');
  const introduced = isIntroduction && !first.children.some(isPart) ? first.children : null;
  const list = introduced ?? entries;
  const hasItems = list.some(({ kind }) => kind !== 'prose');
  const stray = ({ kind, children }: Entry) => hasItems && kind === 'prose' && children.length === 0;
  return {
    value: [...beside, ...list.filter((entry) => !stray(entry))],
    unread: [
      ...(introduced === null || first === undefined ? [] : [first.text]),
      ...list.filter(stray).flatMap(textsOf),
    ],
  };
}

function itemOf({ text, cells, children, kind }: Entry): NoteItem {
  const items = children.map(itemOf);
  if (cells !== null) return { ...rowItem(cells), items };
  const titled = splitLabel(text) ?? boldBeforeDash(text);
  if (titled !== null) return { title: titled.label, text: titled.rest, items };
  return kind === 'group' ? { title: withoutEmphasis(text), text: '', items } : { title: null, text, items };
}

/** The first cell is the title; of several others each keeps the title of its column. */
function rowItem([title, ...others]: readonly Cell[]): Omit<NoteItem, 'items'> {
  const texts = others.map(({ column, text }) => (others.length > 1 ? `${column}: ${text}` : text));
  return { title: withoutEmphasis(title?.text ?? ''), text: texts.join('\n') };
}

/** `**Title** - text` */
function boldBeforeDash(text: string): { label: string; rest: string } | null {
  const end = text.startsWith('**') ? text.indexOf('**', 2) : -1;
  if (end === -1) return null;
  const rest = text.slice(end + 2);
  const dash = /^ ?[-–—] /.exec(rest)?.[0];
  return dash === undefined
    ? null
    : { label: text.slice(2, end).trim(), rest: rest.slice(dash.length).trim() };
}
