import { type Entry, entriesOf, textsOf } from '../outline/entry.js';
import { withoutEmphasis } from '../outline/label.js';
import { outlineLines } from '../outline/outline-line.js';
import { detailsOf, headOf } from './entry-lines.js';
import type { Reading, ReportedFeature } from './implementation-report.js';

/** The features that a section lists, each with what stands below it; its prose is unread. */
export function readFeatures(text: string): Reading<readonly ReportedFeature[]> {
  const entries = entriesOf(outlineLines(text));
  const isProse = ({ kind }: Entry) => kind === 'prose';
  return {
    value: entries
      .filter((entry) => !isProse(entry))
      .map((entry) => ({ name: nameOf(entry), details: detailsOf(entry) })),
    unread: entries.filter(isProse).flatMap(textsOf),
  };
}

function nameOf(entry: Entry): string {
  const name = withoutEmphasis(headOf(entry));
  return name.endsWith(':') ? withoutEmphasis(name.slice(0, -1)) : name;
}
