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
  /** The sections that the session still lacks: absent, or cut off before their end. */
  readonly missing: readonly PlanningKey[];
  readonly report: SectionReport<PlanningKey>;
  readonly notes: ExecutionNotes | null;
}
