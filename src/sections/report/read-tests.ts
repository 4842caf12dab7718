import { type Entry, entriesOf, textsOf } from '../outline/entry.js';
import { outlineLines } from '../outline/outline-line.js';
import { detailsOf, headOf } from './entry-lines.js';
import { fileMention } from './file-mention.js';
import type { Reading, ReportedTest } from './implementation-report.js';

/** The test files and the remarks about tests that a section lists; its prose is unread. */
export function readTests(text: string): Reading<readonly ReportedTest[]> {
  const entries = entriesOf(outlineLines(text)).flatMap(withoutTitles);
  const isUnread = (entry: Entry) => entry.kind === 'prose' && pathOf(entry) === null;
  return {
    value: entries
      .filter((entry) => !isUnread(entry))
      .map((entry) => ({ text: headOf(entry), path: pathOf(entry), details: detailsOf(entry) })),
    unread: entries.filter(isUnread).flatMap(textsOf),
  };
}

/** A title above tests is no test itself. */
function withoutTitles(entry: Entry): readonly Entry[] {
  return entry.kind === 'group' ? entry.children.flatMap(withoutTitles) : [entry];
}

function pathOf(entry: Entry): string | null {
  return fileMention(headOf(entry))?.path ?? null;
}
