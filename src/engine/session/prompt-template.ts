import type { PromptVersionId } from '../../base/ids.js';
import type { Message } from './attempt.js';
import type { SessionProject } from './session.js';

/** What a template is for. `follow-up` asks for the sections that a planning answer left out. */
export type PromptKind = 'orchestrator' | 'analysis' | 'implementation' | 'follow-up';

/**
 * Where a template was found. `named` is for one that the command, or the session when it was planned,
 * asked for; the other layers are tried in this order, a workspace's own files before all of them.
 */
export const templateLayers = [
  'named',
  'workspace',
  'project-type',
  'project',
  'type',
  'global',
  'built-in',
] as const;
/** Where a template was found. */
export type TemplateLayer = (typeof templateLayers)[number];

/** The templates that a session was told to take, by kind: `team/plan@3`. */
export type NamedTemplates = Readonly<Partial<Record<PromptKind, string>>>;

/** A template of a prompt: its messages in order, each a Jinja2 text. */
export interface PromptTemplate {
  /** Its name and version, for the record: `builtin/analysis`, `team/analysis@3`. */
  readonly reference: string;
  readonly layer: TemplateLayer;
  /** The version of the library that it is; null for what lies in files. */
  readonly version: PromptVersionId | null;
  /** SHA-256 of its content, in hexadecimal. */
  readonly checksum: string;
  readonly messages: readonly { readonly role: Message['role']; readonly template: string }[];
  /** Why it was taken although another one was to be expected; null in the ordinary case. */
  readonly note: string | null;
  /** What it may bring in: another template by its name. */
  readonly fetch: FetchNamedTemplate;
}

/** Gives the text of a template that another one brings in; undefined when there is none of that name. */
export type FetchNamedTemplate = (name: string) => Promise<BroughtInTemplate | undefined>;

/** A template that another one brings in. */
export interface BroughtInTemplate {
  readonly text: string;
  readonly version: PromptVersionId | null;
}

/** What decides which template is taken. */
export interface TemplateScope {
  readonly project: SessionProject | null;
  readonly featureType: string | null;
  readonly named: NamedTemplates;
}

/** Where the templates come from: built in, a workspace's files, or the prompt library with its layers. */
export interface PromptTemplates {
  resolve(kind: PromptKind, scope: TemplateScope): Promise<PromptTemplate>;
  /**
   * Gives what the templates of a scope may bring in.
   *
   * @param asOf as it was then; as it is when it is asked for, unless given
   */
  fetchFor(scope: Pick<TemplateScope, 'project'>, asOf?: Date): FetchNamedTemplate;
  /** The one that comes with the program, for when the one in force is broken. */
  builtin(kind: PromptKind): Promise<PromptTemplate>;
}

/** Where the prompt of a session came from, for the record. */
export interface TemplateSource {
  readonly layer: TemplateLayer;
  readonly checksum: string;
  readonly note: string | null;
  /** The versions of the library that it was made from: the template's first, then what it brought in. */
  readonly versions: readonly PromptVersionId[];
}
