import type { PlanningResult, PlanningSection } from '../../../engine/session/planning-result.js';
import type { PlanningView, SectionView } from '../view-shapes.js';
import { metadataView } from './metadata-view.js';

export function planningView(planning: PlanningResult): PlanningView {
  const { sections, missing, report, notes } = planning;
  return {
    sections: {
      analysis: sections.analysis && sectionView(sections.analysis),
      implementation: sections.implementation && sectionView(sections.implementation),
      notes: sections.notes && sectionView(sections.notes),
    },
    missing: [...missing],
    report: {
      missing: [...report.missing],
      duplicates: report.duplicates.map(({ key, start, end }) => ({ key, start, end })),
      truncated: [...report.truncated],
      leftOver: report.leftOver.map(({ start, end, kind }) => ({ start, end, kind })),
    },
    metadata: notes && metadataView(notes),
  };
}

function sectionView({
  text,
  start,
  end,
  form,
  confidence,
  reason,
  truncated,
  attempt,
}: PlanningSection): SectionView {
  return { text, start, end, form, confidence, reason, truncated, attempt };
}
