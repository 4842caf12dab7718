import { type OutlineLine, outlineLines } from '../outline/outline-line.js';
import type { Reading } from './implementation-report.js';

export interface Checks {
  readonly confirmations: readonly string[];
  readonly unconfirmed: readonly string[];
}

/** The items of a checklist, told apart by their marks; an item without a mark is taken as confirmed. */
export function readChecks(text: string): Reading<Checks> {
  const { items, unread } = readItems(text);
  const isOpen = ({ mark }: Item) => mark === 'open';
  return {
    value: {
      confirmations: textsOf(items, (item) => !isOpen(item)),
      unconfirmed: textsOf(items, isOpen),
    },
    unread,
  };
}

/** The same for success criteria, which may only be repeated: without a mark, nothing is said about one. */
export function readCriteria(text: string): Reading<Checks> {
  const { items, unread } = readItems(text);
  return {
    value: {
      confirmations: textsOf(items, ({ mark }) => mark === 'done'),
      unconfirmed: textsOf(items, ({ mark }) => mark === 'open'),
    },
    unread: [...unread, ...textsOf(items, ({ mark }) => mark === null)],
  };
}

interface Item {
  text: string;
  readonly mark: 'done' | 'open' | null;
}

function textsOf(items: readonly Item[], isWanted: (item: Item) => boolean): string[] {
  return items.filter(isWanted).map(({ text }) => text);
}

const DONE_MARKS = /^(?:\[[xX]\]|[✅✔☑✓👍🟢]\ufe0f?)\s*/u;
const OPEN_MARKS = /^(?:\[ ?\]|[❌✗✘☐⚠🚫🔴🟡]\ufe0f?)\s*/u;

function readItems(text: string): { items: readonly Item[]; unread: readonly string[] } {
  const items: Item[] = [];
  const unread: string[] = [];
  let current: Item | null = null;
  for (const line of outlineLines(text)) {
    const content = contentOf(line);
    const mark = markOf(content);
    if (isItem(line) || mark !== null) {
      current = { text: content.replace(DONE_MARKS, '').replace(OPEN_MARKS, ''), mark };
      items.push(current);
    } else if (line.afterBlank || current === null) {
      current = null;
      unread.push(line.raw.trim());
    } else {
      current.text += ` ${content}`;
    }
  }
  return { items, unread };
}

function markOf(content: string): Item['mark'] {
  if (OPEN_MARKS.test(content)) return 'open';
  return DONE_MARKS.test(content) ? 'done' : null;
}

function isItem({ marker }: OutlineLine): boolean {
  return marker === 'dash' || marker === 'number';
}

/** The text after the list marker, with its box, which tells whether the item is done. */
function contentOf(line: OutlineLine): string {
  if (!isItem(line)) return line.text;
  const raw = line.raw.trim();
  const space = raw.search(/\s/);
  return space === -1 ? '' : raw.slice(space).trim();
}
