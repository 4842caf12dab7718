import { redactSecrets } from '../../base/text/secrets.js';
import { snakeCaseKeys } from '../../base/text/snake-case.js';
import type { PlanningResult } from './planning-result.js';
import type { PromptKind } from './prompt-template.js';
import type { Session } from './session.js';
import { isQuick } from './session-state.js';

/** The names a template may use. They are part of the public contract. */
export interface PromptVariables {
  readonly feature_request: string;
  readonly feature_type: string | null;
  readonly project: { readonly name: string; readonly root: string | null } | null;
  /** What is known of the repository; filled when a run gathers it. */
  readonly context: string | null;
  /** Whether the session goes without an analysis. */
  readonly quick: boolean;
  readonly analysis_template: string | null;
  readonly implementation_template: string | null;
  readonly execution_notes: string | null;
  readonly notes: unknown;
  readonly analysis_results: string | null;
  readonly revision: {
    readonly number: number;
    /** The request before it was changed last, and what has changed, a line each; null in the first revision. */
    readonly previous_request: string | null;
    readonly difference: string | null;
    /** What this phase brought forth for the previous request; null when it had not come that far. */
    readonly previous_result: string | null;
  };
  /** The part that the implementation prompt is for; null when it is for the whole. */
  readonly part: PartVariables | null;
  /** Names of the sections to ask for again; only the follow-up has any. */
  readonly missing_sections: readonly string[];
}

export interface PartVariables {
  readonly number: number;
  readonly total: number;
  readonly title: string;
  /** The titles of all parts, in order. */
  readonly titles: readonly string[];
  /** The reports of the parts that are done. */
  readonly reports: readonly { readonly number: number; readonly title: string; readonly report: string }[];
}

export interface NeededVariable {
  readonly name: keyof PromptVariables;
  readonly heading: string;
}

const request: NeededVariable = { name: 'feature_request', heading: 'Feature request' };
const revised: NeededVariable = { name: 'revision', heading: 'What has changed since' };

/**
 * What each kind of prompt cannot do without, when it has a value, with the heading it gets when a template
 * leaves it out.
 */
export const neededVariables: Readonly<Record<PromptKind, readonly NeededVariable[]>> = {
  orchestrator: [request, revised],
  analysis: [request, { name: 'analysis_template', heading: 'Analysis instructions' }, revised],
  implementation: [
    { name: 'implementation_template', heading: 'Implementation instructions' },
    { name: 'analysis_results', heading: 'Analysis of the codebase' },
    { name: 'part', heading: 'The part to implement now' },
    revised,
  ],
  'follow-up': [{ name: 'missing_sections', heading: 'Missing sections' }],
};

/** What a prompt need not have, and gets all the same where a run has gathered it. */
export const gatheredVariable: NeededVariable = {
  name: 'context',
  heading: 'What is known of the repository',
};

const always = ['feature_request', 'feature_type', 'project', 'context', 'quick', 'revision'] as const;
const planned = ['implementation_template', 'execution_notes', 'notes'] as const;

/** The variables that can have a value in a prompt of each kind. */
export const offeredVariables: Readonly<Record<PromptKind, readonly (keyof PromptVariables)[]>> = {
  orchestrator: always,
  analysis: [...always, 'analysis_template', ...planned],
  implementation: [...always, 'analysis_template', ...planned, 'analysis_results', 'part'],
  'follow-up': [...always, 'analysis_template', ...planned, 'missing_sections'],
};

export interface PromptMaterial {
  readonly session: Session;
  readonly planning: PlanningResult | null;
  readonly analysis: string | null;
  readonly missingSections: readonly string[];
  readonly revision?: Omit<PromptVariables['revision'], 'number'>;
  readonly part?: PartVariables;
  readonly context?: string | undefined;
}

const unrevised = { previous_request: null, difference: null, previous_result: null };

export function promptVariables(material: PromptMaterial): PromptVariables {
  const { session, planning, analysis, missingSections, revision = unrevised, part } = material;
  return {
    feature_request: redactSecrets(session.featureRequest),
    feature_type: session.featureType,
    project: session.project && { name: session.project.name, root: session.project.root },
    context: material.context ?? null,
    quick: isQuick(session.state),
    analysis_template: planning?.sections.analysis?.text ?? null,
    implementation_template: planning?.sections.implementation?.text ?? null,
    execution_notes: planning?.sections.notes?.text ?? null,
    notes: planning?.notes ? snakeCaseKeys(planning.notes) : null,
    analysis_results: analysis,
    revision: { number: session.state.request, ...revision },
    part: part ?? null,
    missing_sections: missingSections,
  };
}
