import type { AttemptId } from '../../base/ids.js';
import type { PlanningKey, Section, SectionReport } from '../../sections/index.js';
import type { ExecutionNotes } from '../../sections/notes/index.js';

/** A section of a planning answer, and the attempt whose raw answer its offsets point into. */
export interface PlanningSection extends Section<PlanningKey> {
  readonly attempt: AttemptId;
}

/** What a planning answer, with the replies that were joined to it, brought forth. */
export interface PlanningResult {
  readonly sections: Readonly<Record<PlanningKey, PlanningSection | null>>;
  /** The sections that the session lacks. One that was cut off is not among them: `report` lists it. */
  readonly missing: readonly PlanningKey[];
  readonly report: SectionReport<PlanningKey>;
  readonly notes: ExecutionNotes | null;
}

/** What a follow-up asks for: what is missing, and what was cut off. */
export function sectionsToAskFor({ missing, report }: PlanningResult): readonly PlanningKey[] {
  return [...new Set([...missing, ...report.truncated])];
}
