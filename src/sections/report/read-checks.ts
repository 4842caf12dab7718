import { type OutlineLine, outlineLines } from '../outline/outline-line.js';
import type { Reading } from './implementation-report.js';

export interface Checks {
  readonly confirmations: readonly string[];
  readonly unconfirmed: readonly string[];
}

const DONE_MARKS = /^(?:\[[xX]\]|[✅✔☑✓👍🟢]\ufe0f?)\s*/u;
const OPEN_MARKS = /^(?:\[ ?\]|[❌✗✘☐⚠🚫🔴🟡]\ufe0f?)\s*/u;

/** The items of a checklist, told apart by their marks; an item without a mark is taken as confirmed. */
export function readChecks(text: string): Reading<Checks> {
  const confirmations: string[] = [];
  const unconfirmed: string[] = [];
  const unread: string[] = [];
  let items = unread;
  for (const line of outlineLines(text)) {
    const content = contentOf(line);
    const last = items.at(-1);
    if (isItem(line) || DONE_MARKS.test(content) || OPEN_MARKS.test(content)) {
      items = OPEN_MARKS.test(content) ? unconfirmed : confirmations;
      items.push(content.replace(DONE_MARKS, '').replace(OPEN_MARKS, ''));
    } else if (line.afterBlank || last === undefined || items === unread) {
      items = unread;
      items.push(line.raw.trim());
    } else {
      items[items.length - 1] = `${last} ${content}`;
    }
  }
  return { value: { confirmations, unconfirmed }, unread };
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
