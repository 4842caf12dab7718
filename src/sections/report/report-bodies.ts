import { extractSections } from '../extract-sections.js';
import { type ReportKey, reportSections } from './report-sections.js';

export interface ReportBody {
  readonly key: ReportKey;
  readonly text: string;
  readonly start: number;
}

/** The text of a report by its sections, in order, and what belongs to none. */
export interface ReportBodies {
  /** A section whose name comes twice is here twice. */
  readonly sections: readonly ReportBody[];
  readonly leftOver: string;
}

export function reportBodies(text: string): ReportBodies {
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
