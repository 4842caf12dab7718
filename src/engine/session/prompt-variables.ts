import { redactSecrets } from '../../base/text/secrets.js';
import { snakeCaseKeys } from '../../base/text/snake-case.js';
import type { PlanningResult } from './planning-result.js';
import type { PromptKind } from './prompt-template.js';
import type { Session } from './session.js';

/** The names a template may use. They are part of the public contract. */
export interface PromptVariables {
  readonly feature_request: string;
  readonly feature_type: string | null;
  readonly project: { readonly name: string; readonly root: string | null } | null;
  /** What is known of the repository; filled when a run gathers it. */
  readonly context: string | null;
  readonly analysis_template: string | null;
  readonly implementation_template: string | null;
  readonly execution_notes: string | null;
  readonly notes: unknown;
  readonly analysis_results: string | null;
  readonly revision: { readonly number: number };
  /** Names of the sections to ask for again; only the follow-up has any. */
  readonly missing_sections: readonly string[];
}

/** What each kind of prompt cannot do without, with the heading it gets when a template leaves it out. */
export const neededVariables: Readonly<Record<PromptKind, readonly NeededVariable[]>> = {
  orchestrator: [{ name: 'feature_request', heading: 'Feature request' }],
  analysis: [
    { name: 'feature_request', heading: 'Feature request' },
    { name: 'analysis_template', heading: 'Analysis instructions' },
  ],
  implementation: [
    { name: 'implementation_template', heading: 'Implementation instructions' },
    { name: 'analysis_results', heading: 'Analysis of the codebase' },
  ],
  'follow-up': [{ name: 'missing_sections', heading: 'Missing sections' }],
};

export interface NeededVariable {
  readonly name: keyof PromptVariables;
  readonly heading: string;
}

export interface PromptMaterial {
  readonly session: Session;
  readonly planning: PlanningResult | null;
  readonly analysis: string | null;
  readonly missingSections: readonly string[];
}

export function promptVariables({
  session,
  planning,
  analysis,
  missingSections,
}: PromptMaterial): PromptVariables {
  return {
    feature_request: redactSecrets(session.featureRequest),
    feature_type: session.featureType,
    project: session.project && { name: session.project.name, root: session.project.root },
    context: null,
    analysis_template: planning?.sections.analysis?.text ?? null,
    implementation_template: planning?.sections.implementation?.text ?? null,
    execution_notes: planning?.sections.notes?.text ?? null,
    notes: planning?.notes ? snakeCaseKeys(planning.notes) : null,
    analysis_results: analysis,
    revision: { number: 1 },
    missing_sections: missingSections,
  };
}
