import type { ExpectedSection } from './section.js';

/** The keys under which the three sections of a planning answer are found. */
export type PlanningKey = 'analysis' | 'implementation' | 'notes';

/**
 * The three sections that the planning prompt asks for, with the names that models give them instead.
 *
 * @example
 * extractSections(answer, planningSections).sections.analysis?.text;
 */
export const planningSections: readonly ExpectedSection<PlanningKey>[] = [
  {
    key: 'analysis',
    name: 'ANALYSIS_TEMPLATE',
    synonyms: [
      'Analysis Prompt',
      'Analysis Prompt Template',
      'Analysis Phase Prompt',
      'Analysis Phase Template',
      'Analysis Instructions',
      'Codebase Analysis Prompt',
      'Codebase Analysis Template',
      'Prompt for Analysis',
      'Template for Analysis',
    ],
  },
  {
    key: 'implementation',
    name: 'IMPLEMENTATION_TEMPLATE',
    synonyms: [
      'Implementation Prompt',
      'Implementation Prompt Template',
      'Implementation Plan',
      'Implementation Plan Template',
      'Implementation Phase Prompt',
      'Implementation Phase Template',
      'Implementation Instructions',
      'Prompt for Implementation',
      'Template for Implementation',
    ],
  },
  {
    key: 'notes',
    name: 'EXECUTION_NOTES',
    synonyms: [
      'Notes',
      'Execution Guidance',
      'Execution Guide',
      'Execution Plan Notes',
      'Notes for Execution',
      'Notes on Execution',
      'Execution Details',
      'Planning Notes',
    ],
  },
];
