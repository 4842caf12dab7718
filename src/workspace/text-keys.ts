import type { PlanningKey } from '../sections/index.js';

/** The keys under `files`: the texts that a session of the older tool has. */
export const textKeys = [
  'orchestrator_prompt',
  'analysis_template',
  'implementation_template',
  'execution_notes',
  'analysis_output',
  'implementation_output',
] as const;

export type TextKey = (typeof textKeys)[number];

/** The sections of a planning answer that are texts of their own. */
export const sectionTextKeys = {
  analysis: 'analysis_template',
  implementation: 'implementation_template',
  notes: 'execution_notes',
} as const satisfies Record<PlanningKey, TextKey>;
