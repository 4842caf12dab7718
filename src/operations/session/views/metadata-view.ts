import type { ExecutionNotes, NoteItem, Phase } from '../../../sections/notes/index.js';
import type { MetadataView } from '../view-shapes.js';

/** What the notes say, as surfaces give it. */
export function metadataView(notes: ExecutionNotes): MetadataView {
  return {
    feature: notes.feature,
    complexity: notes.complexity?.text ?? null,
    complexityNote: notes.complexity?.note ?? null,
    timeEstimate: notes.timeEstimate && {
      text: notes.timeEstimate.text,
      minHours: notes.timeEstimate.minHours,
      maxHours: notes.timeEstimate.maxHours,
      phases: notes.timeEstimate.phases.map(phaseView),
    },
    keyRisks: notes.risks.map(({ risk, description, mitigations }) => ({
      risk,
      description,
      mitigations: [...mitigations],
    })),
    keyFiles: notes.keyFiles.map(({ path, lines, note }) => ({ path, lines, note })),
    similarFeatures: notes.similarFeatures.map(noteItemView),
    integrationPoints: notes.integrationPoints.map(noteItemView),
    testing: notes.testing.map(noteItemView),
    performance: notes.performance.map(noteItemView),
    security: notes.security.map(noteItemView),
    rollback: notes.rollback.map(noteItemView),
    implementationOrder: notes.implementationOrder.map(noteItemView),
    successCriteria: notes.successCriteria.map(noteItemView),
    other: notes.other.map(({ title, text }) => ({ title, text })),
    unread: [...notes.unread],
  };
}

function phaseView({ name, text, minHours, maxHours, items }: Phase): MetadataPhase {
  return { name, text, minHours, maxHours, items: items.map(phaseView) };
}

function noteItemView({ title, text, items }: NoteItem): MetadataItem {
  return { title, text, items: items.map(noteItemView) };
}

type MetadataPhase = NonNullable<MetadataView['timeEstimate']>['phases'][number];
type MetadataItem = MetadataView['testing'][number];
