import { type ExpectedSection, extractSections, planningSections } from '../../sections/index.js';
import type { AnswerStep } from './step.js';

/**
 * The deliverables that the built-in prompts ask for, as headings: they tell an analysis from an
 * implementation report. Other templates may ask for others; then a text has no known shape and passes.
 */
const analysisDeliverables: readonly ExpectedSection[] = [
  { key: 'architecture', name: 'Architecture Overview' },
  {
    key: 'conventions',
    name: 'Code Conventions',
    synonyms: ['Code Conventions Document', 'Coding Conventions'],
  },
  { key: 'integration', name: 'Feature Integration Points', synonyms: ['Integration Points'] },
  { key: 'testing', name: 'Testing Strategy' },
  { key: 'readiness', name: 'Implementation Readiness Checklist', synonyms: ['Readiness Checklist'] },
];

const reportDeliverables: readonly ExpectedSection[] = [
  { key: 'changes', name: 'Code Changes Documentation', synonyms: ['Code Changes'] },
  { key: 'tests', name: 'Test Implementation', synonyms: ['Tests'] },
  { key: 'verification', name: 'Verification Steps', synonyms: ['Verification'] },
  { key: 'confirmation', name: 'Integration Confirmation', synonyms: ['Confirmation'] },
  { key: 'features', name: 'Key Features Integrated', synonyms: ['Key Features'] },
];

const shapes: Readonly<
  Record<AnswerStep, { readonly deliverables: readonly ExpectedSection[]; readonly enough: number }>
> = {
  process: { deliverables: planningSections, enough: 2 },
  'save-analysis': { deliverables: analysisDeliverables, enough: 3 },
  complete: { deliverables: reportDeliverables, enough: 3 },
};

/** In UTF-16 units; whoever reads a longer answer knows by then what it is. */
const ENOUGH_TO_TELL = 500_000;

/**
 * The step whose answer a text plainly is; null when that cannot be told. It takes most of the headings
 * of one kind of answer, and fewer of every other.
 */
export function shapeOf(text: string): AnswerStep | null {
  const beginning = text.slice(0, ENOUGH_TO_TELL);
  const ranked = (Object.keys(shapes) as AnswerStep[])
    .map((step) => ({ step, share: foundOf(beginning, step) / shapes[step].enough }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = ranked;
  if (first === undefined || first.share < 1 || first.share === second?.share) return null;
  return first.step;
}

function foundOf(text: string, step: AnswerStep): number {
  const { sections } = extractSections(text, shapes[step].deliverables);
  return Object.values(sections).filter((section) => section !== null).length;
}
