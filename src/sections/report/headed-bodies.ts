import { ExpectedNames } from '../names/expected-names.js';
import { boldTitle } from '../outline/label.js';
import { type OutlineLine, outlineLines } from '../outline/outline-line.js';
import { readHeading } from '../scan/heading-line.js';
import { isField } from './file-field.js';
import { fileMention } from './file-mention.js';
import type { ReportBodies } from './report-bodies.js';
import { type ReportKey, reportSections } from './report-sections.js';

/**
 * Takes a report apart at its headings of Markdown, or at bold lines in their place. A section goes as far
 * as the next heading that stands no deeper, whether that one is expected or not; deeper ones belong to it.
 */
export function headedBodies(text: string): ReportBodies {
  const lines = outlineLines(text);
  const headings = withoutTitle(lines.map(readAsHeading));
  const isTopLevel = headings.some((heading) => heading?.depth === 1 && heading.key !== null);
  const sections: Draft[] = [];
  const leftOver: OutlineLine[] = [];
  let current: Draft | null = null;
  for (const [index, line] of lines.entries()) {
    const heading = headings[index] ?? null;
    if (heading === null || !ends(heading, current, isTopLevel)) {
      (current?.lines ?? leftOver).push(line);
    } else if (heading.key === null) {
      current = null;
      leftOver.push(line);
    } else {
      current = { key: heading.key, depth: heading.depth, lines: [] };
      sections.push(current);
    }
  }
  return {
    sections: sections.map((section) => ({ key: section.key, text: textOf(section.lines) })),
    leftOver: textOf(leftOver),
  };
}

interface Draft {
  readonly key: ReportKey;
  readonly depth: number;
  readonly lines: OutlineLine[];
}

interface Heading {
  /** The section that it names; null when it names none. */
  readonly key: ReportKey | null;
  /** The number signs; a bold line stands below all of those. */
  readonly depth: number;
}

const BOLD_DEPTH = 7;

/** Indented further, `#` begins a comment of the commands in a list. */
const DEEPEST_INDENT = 3;

const names = new ExpectedNames(reportSections);

function readAsHeading(line: OutlineLine): Heading | null {
  if (line.indent > DEEPEST_INDENT) return null;
  if (line.marker === 'hash') return { key: keyOf(line.raw), depth: line.depth };
  if (line.marker !== 'none' || boldTitle(line.text) === null) return null;
  return isAboutFile(line) ? null : { key: keyOf(line.raw), depth: BOLD_DEPTH };
}

/** Lists of files have bold lines of their own: paths, and labels of what is said about them. */
function isAboutFile(line: OutlineLine): boolean {
  return isField(line) || fileMention(line.text) !== null;
}

function keyOf(raw: string): ReportKey | null {
  const line = raw.trim();
  const heading = readHeading(line, 0, line.length, names.longest);
  const found = heading === null ? null : names.find(heading.name);
  return found === null ? null : (reportSections[found.key]?.key ?? null);
}

/** The title of the whole report is no section, though it may hold the name of one: "# Features: export". */
function withoutTitle(headings: readonly (Heading | null)[]): readonly (Heading | null)[] {
  const there = headings.filter((heading) => heading !== null);
  const [first] = there;
  const isAlone = there.filter(({ depth }) => depth === 1).length === 1;
  const hasSections = there.some(({ key, depth }) => key !== null && depth > 1);
  if (first?.depth !== 1 || !isAlone || !hasSections) return headings;
  return headings.map((heading) => (heading === first ? null : heading));
}

/** A single `#` is a comment among commands, unless sections stand at that depth. */
function ends({ key, depth }: Heading, current: Draft | null, isTopLevel: boolean): boolean {
  if (current === null) return true;
  if (key === null && depth === 1 && !isTopLevel) return false;
  return depth <= current.depth;
}

/** The lines as they were, but for what is empty between them. */
function textOf(lines: readonly OutlineLine[]): string {
  return lines.map(({ raw, afterBlank }) => (afterBlank ? `\n${raw}` : raw)).join('\n');
}
