import type { Message } from './attempt.js';
import type { PromptKind } from './prompt-template.js';
import {
  gatheredVariable,
  neededVariables,
  type PartVariables,
  type PromptVariables,
} from './prompt-variables.js';

/** Something that a prompt needs and its template has no place for. */
export interface OmittedVariable {
  readonly name: keyof PromptVariables;
  readonly heading: string;
  readonly text: string;
}

/** What a kind of prompt needs, has a value, and is not among the names that its template uses. */
export function omittedVariables(
  kind: PromptKind,
  variables: PromptVariables,
  used: readonly string[],
): OmittedVariable[] {
  return [...neededVariables[kind], gatheredVariable].flatMap((needed) => {
    const text = used.includes(needed.name) ? null : asText(variables, needed.name);
    return text === null ? [] : [{ ...needed, text }];
  });
}

/** Adds what is omitted to the end of the last message, or as a message of the user's. */
export function appendOmitted(
  messages: readonly Message[],
  omitted: readonly OmittedVariable[],
): readonly Message[] {
  if (omitted.length === 0) return messages;
  const added = omitted.map(({ heading, text }) => `## ${heading}\n\n${text}`).join('\n\n');
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
