import { compile } from '../../templates/index.js';
import type { Message } from './attempt.js';
import type { PromptKind, PromptTemplate, PromptTemplates } from './prompt-template.js';
import {
  neededVariables,
  type PartVariables,
  type PromptMaterial,
  type PromptVariables,
  promptVariables,
} from './prompt-variables.js';

export interface ComposedPrompt {
  readonly messages: readonly Message[];
  readonly template: string;
  readonly warnings: readonly string[];
}

/**
 * Renders a session's prompt of one kind. Everything that came from a person or a model goes in as a
 * value: `{{ }}` inside it is printed, never evaluated, and it can open no message of its own.
 */
export async function composePrompt(
  kind: PromptKind,
  material: PromptMaterial,
  templates: PromptTemplates,
): Promise<ComposedPrompt> {
  const { project, featureType } = material.session;
  const template = await templates.resolve(kind, { project, featureType });
  const variables = promptVariables(material);
  const rendered = template.messages.map((message, index) => {
    const name = template.messages.length === 1 ? template.reference : `${template.reference}#${index + 1}`;
    return { role: message.role, text: compile(message.template, { name }).render({ ...variables }) };
  });
  const omitted = omittedVariables(kind, template).filter(({ name }) => asText(variables, name) !== null);
  return {
    messages: omitted.length === 0 ? rendered : append(rendered, omitted, variables),
    template: template.reference,
    warnings: omitted.map(
      ({ name, heading }) =>
        `The template ${template.reference} does not use ${name}; it was added at the end under "${heading}".`,
    ),
  };
}

function omittedVariables(kind: PromptKind, template: PromptTemplate) {
  const used = new Set(
    template.messages.flatMap((message) =>
      compile(message.template, { name: template.reference }).variables.map((variable) => variable.name),
    ),
  );
  return neededVariables[kind].filter((needed) => !used.has(needed.name));
}

function append(
  messages: readonly Message[],
  omitted: ReturnType<typeof omittedVariables>,
  variables: PromptVariables,
): Message[] {
  const added = omitted
    .map(({ name, heading }) => `## ${heading}\n\n${asText(variables, name)}`)
    .join('\n\n');
  const last = messages.at(-1);
  if (last?.role !== 'user') return [...messages, { role: 'user', text: added }];
  return [...messages.slice(0, -1), { role: 'user', text: `${last.text.trimEnd()}\n\n${added}\n` }];
}

/** A variable as a prompt without a place for it would say it; null when there is nothing to say. */
function asText(variables: PromptVariables, name: keyof PromptVariables): string | null {
  if (name === 'part') return variables.part && partText(variables.part);
  if (name === 'revision') return variables.revision.difference && revisionText(variables.revision);
  const value = variables[name];
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => `- ${item}`).join('\n');
  return typeof value === 'string' ? value : null;
}

function partText({ number, total, title, titles, reports }: PartVariables): string {
  const list = titles.map((name, at) => `${at + 1}. ${name}`).join('\n');
  const done = reports.map(({ number: of, report }) => `\n\nReport of part ${of}:\n\n${report}`).join('');
  return `Implement part ${number} of ${total} only: ${title}\n\nAll parts:\n\n${list}${done}`;
}

function revisionText({ difference, previous_result }: PromptVariables['revision']): string {
  const before = previous_result === null ? '' : `\n\nThe result before:\n\n${previous_result}`;
  return `The feature request was changed:\n\n${difference}${before}`;
}
