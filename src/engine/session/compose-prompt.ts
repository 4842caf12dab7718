import type { PromptVersionId } from '../../base/ids.js';
import { IncludeRefusedError } from '../../prompts/errors.js';
import { PromptNameError } from '../../prompts/prompt-name.js';
import { type CompileKept, withTemplates } from '../../prompts/with-templates.js';
import { TemplateError } from '../../templates/index.js';
import type { Message } from './attempt.js';
import { appendOmitted, omittedVariables } from './omitted-variables.js';
import type {
  FetchNamedTemplate,
  PromptKind,
  PromptTemplate,
  PromptTemplates,
  TemplateLayer,
  TemplateSource,
} from './prompt-template.js';
import { type PromptMaterial, type PromptVariables, promptVariables } from './prompt-variables.js';

export interface ComposedPrompt {
  readonly messages: readonly Message[];
  /** The template's name and version. */
  readonly template: string;
  readonly source: TemplateSource;
  readonly warnings: readonly string[];
}

/**
 * Renders a session's prompt of one kind. Everything that came from a person or a model goes in as a
 * value: `{{ }}` inside it is printed, never evaluated, and it can open no message of its own.
 *
 * A stored template in force that cannot be rendered gives way to the built-in one, and the prompt says so; one
 * that was asked for by name does not.
 *
 * @throws TemplateError of any class, from a template that was named or lies in a workspace
 */
export async function composePrompt(
  kind: PromptKind,
  material: PromptMaterial,
  templates: PromptTemplates,
): Promise<ComposedPrompt> {
  const { project, featureType, templates: named } = material.session;
  const template = await templates.resolve(kind, { project, featureType, named });
  const variables = promptVariables(material);
  try {
    return await composeFrom(template, kind, variables);
  } catch (error) {
    if (!isFaultOfTemplate(error) || !mayGiveWay(template)) throw error;
    const note = `${template.reference} could not be rendered: ${error.message}`;
    return composeFrom({ ...(await templates.builtin(kind)), note }, kind, variables);
  }
}

type TemplateFault = TemplateError | IncludeRefusedError | PromptNameError;

function isFaultOfTemplate(error: unknown): error is TemplateFault {
  return (
    error instanceof TemplateError || error instanceof IncludeRefusedError || error instanceof PromptNameError
  );
}

/** A file of a workspace is at hand and being worked on: what is wrong with it has to be said, not passed over. */
const KEEP_THEIR_PLACE: ReadonlySet<TemplateLayer> = new Set(['named', 'workspace', 'built-in']);

/** Whether the built-in template is taken in the place of one that cannot be rendered. */
export function mayGiveWay({ layer }: Pick<PromptTemplate, 'layer'>): boolean {
  return !KEEP_THEIR_PLACE.has(layer);
}

async function composeFrom(
  template: PromptTemplate,
  kind: PromptKind,
  variables: PromptVariables,
): Promise<ComposedPrompt> {
  const broughtIn = new Map<string, PromptVersionId | null>();
  const { messages, omitted } = await withTemplates(fetchNoting(template.fetch, broughtIn), (compile) => {
    const compiled = template.messages.map((message, at) => compileMessage(template, message, at, compile));
    return {
      messages: compiled.map(({ role, template: text }) => ({ role, text: text.render({ ...variables }) })),
      omitted: omittedVariables(
        kind,
        variables,
        compiled.flatMap(({ template: text }) => text.variables.map(({ name }) => name)),
      ),
    };
  });
  return {
    messages: appendOmitted(messages, omitted),
    template: template.reference,
    source: sourceOf(template, broughtIn),
    warnings: [
      ...(template.note === null ? [] : [`The built-in template was used: ${template.note}`]),
      ...omitted.map(
        ({ name, heading }) =>
          `The template ${template.reference} does not use ${name}; it was added at the end under "${heading}".`,
      ),
    ],
  };
}

function compileMessage(
  { messages, reference }: PromptTemplate,
  { role, template }: PromptTemplate['messages'][number],
  at: number,
  compile: CompileKept,
) {
  const name = messages.length === 1 ? reference : `${reference}#${at + 1}`;
  return { role, template: compile(name, template) };
}

/** Fetches texts, and remembers which versions they were. */
function fetchNoting(fetch: FetchNamedTemplate, noted: Map<string, PromptVersionId | null>) {
  return async (name: string) => {
    const found = await fetch(name);
    if (found !== undefined) noted.set(name, found.version);
    return found?.text;
  };
}

function sourceOf(
  { layer, checksum, note, version }: PromptTemplate,
  broughtIn: ReadonlyMap<string, PromptVersionId | null>,
): TemplateSource {
  const versions = [version, ...broughtIn.values()].filter((id) => id !== null);
  return { layer, checksum, note, versions: [...new Set(versions)] };
}
