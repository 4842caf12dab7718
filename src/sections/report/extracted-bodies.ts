import { extractSections } from '../extract-sections.js';
import type { ReportBodies } from './report-bodies.js';
import { reportSections } from './report-sections.js';

/** Takes a report apart like any answer: whatever the form of its headings, the likeliest reading as a whole. */
export function extractedBodies(text: string): ReportBodies {
  const { sections, report } = extractSections(text, reportSections);
  const first = Object.values(sections).filter((section) => section !== null);
  const further = report.duplicates.map(({ key, start, end }) => ({
    key,
    start,
    text: text.slice(start, end),
  }));
  const leftOver = report.leftOver.filter(
    ({ kind }) => kind === 'before' || kind === 'between' || kind === 'after',
  );
  return {
    sections: [...first, ...further].sort((a, b) => a.start - b.start),
    leftOver: leftOver.map(({ start, end }) => text.slice(start, end)).join('\n'),
  };
}
