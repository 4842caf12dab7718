import type { Message } from './attempt.js';
import type { SessionProject } from './session.js';

/** What a template is for. `follow-up` asks for the sections that a planning answer left out. */
export type PromptKind = 'orchestrator' | 'analysis' | 'implementation' | 'follow-up';

/** A template of a prompt: its messages in order, each a Jinja2 text. */
export interface PromptTemplate {
  /** Its name and version, for the record: `builtin/analysis`, later `team/analysis@3`. */
  readonly reference: string;
  readonly messages: readonly { readonly role: Message['role']; readonly template: string }[];
}

/** Where the templates come from: built in, and later the prompt library with its layers. */
export interface PromptTemplates {
  resolve(
    kind: PromptKind,
    scope: { readonly project: SessionProject | null; readonly featureType: string | null },
  ): Promise<PromptTemplate>;
}
