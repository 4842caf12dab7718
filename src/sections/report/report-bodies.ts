import { extractedBodies } from './extracted-bodies.js';
import { headedBodies } from './headed-bodies.js';
import type { ReportKey } from './report-sections.js';

export interface ReportBody {
  readonly key: ReportKey;
  readonly text: string;
}

/** The text of a report by its sections, in order, and what belongs to none. */
export interface ReportBodies {
  /** A section whose name comes twice is here twice. */
  readonly sections: readonly ReportBody[];
  readonly leftOver: string;
}

/**
 * Takes a report apart. Where headings of Markdown name as many sections as any reading finds, they are
 * believed: unlike the sections of a planning answer, those of a report come with others that nobody expects.
 */
export function reportBodies(text: string): ReportBodies {
  const headed = headedBodies(text);
  const extracted = extractedBodies(text);
  return countOf(headed) > 0 && countOf(headed) >= countOf(extracted) ? headed : extracted;
}

function countOf({ sections }: ReportBodies): number {
  return new Set(sections.map(({ key }) => key)).size;
}
