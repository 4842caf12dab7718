import { type Cell, entriesOf } from '../outline/entry.js';
import { lettersOf } from '../outline/label.js';
import type { OutlineLine } from '../outline/outline-line.js';
import { changeOfRemark } from './file-change.js';
import { FileDraft } from './file-draft.js';
import { fileMention } from './file-mention.js';
import type { FileChange, Reading } from './implementation-report.js';

const pathColumns: ReadonlySet<string> = new Set(['file', 'files', 'path', 'filepath', 'filename']);
const changeColumns: ReadonlySet<string> = new Set(['change', 'type', 'changetype', 'status', 'action']);
const purposeColumns: ReadonlySet<string> = new Set([
  'purpose',
  'description',
  'summary',
  'changes',
  'notes',
  'details',
  'what',
  'why',
  'reason',
]);

/** The files of a table that has a column for them; the rows of any other table are unread. */
export function filesOfTable(
  lines: readonly OutlineLine[],
  groupChange: FileChange | null,
): Reading<readonly FileDraft[]> {
  const value: FileDraft[] = [];
  const unread: string[] = [];
  for (const { text, cells } of entriesOf(lines)) {
    const file = cells === null ? null : fileOfRow(cells, groupChange);
    if (file !== null) value.push(file);
    if (file === null || (file.change === null && cellOf(cells, changeColumns) !== null)) unread.push(text);
  }
  return { value, unread };
}

function fileOfRow(cells: readonly Cell[], groupChange: FileChange | null): FileDraft | null {
  const mentioned = fileMention(cellOf(cells, pathColumns) ?? '');
  if (mentioned === null) return null;
  const said = cellOf(cells, changeColumns);
  const change = mentioned.change ?? (said === null ? null : changeOfRemark(said)) ?? groupChange;
  const purpose = cellOf(cells, purposeColumns) ?? mentioned.purpose;
  return new FileDraft(mentioned.path, mentioned.previousPath, change, purpose, true);
}

function cellOf(cells: readonly Cell[] | null, titles: ReadonlySet<string>): string | null {
  const found = cells?.find(({ column, text }) => titles.has(lettersOf(column)) && text !== '');
  return found?.text ?? null;
}
