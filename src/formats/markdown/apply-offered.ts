import { beforeTag } from '../jinja/print-jinja.js';
import { bareVariable } from '../prompt-document.js';
import type { OfferedVariable, ReadPrompt } from '../prompt-format.js';
import { findBlanks } from './find-offered.js';

/**
 * The prompt with some of what it offers as variables: wherever they are offered, their value is put in. Those that are not named stay offered.
 *
 * @param names names of offered variables; others do nothing
 */
export function applyOffered(prompt: ReadPrompt, names: readonly string[]): ReadPrompt {
  const chosen = prompt.offered.filter(({ name }) => names.includes(name));
  const { document } = prompt;
  const declared = new Set(document.variables.map(({ name }) => name));
  const added = [...new Set(chosen.map(({ name }) => name))].filter((name) => !declared.has(name));
  return {
    ...prompt,
    document: {
      ...document,
      messages: document.messages.map(({ role, text }) => ({ role, text: filled(text, chosen) })),
      variables: [...document.variables, ...added.map(bareVariable)],
    },
    offered: prompt.offered.filter((offer) => !chosen.includes(offer)),
  };
}

function filled(template: string, chosen: readonly OfferedVariable[]): string {
  let result = '';
  let at = 0;
  for (const { name, written, start } of findBlanks(template)) {
    if (!chosen.some((offer) => offer.written === written)) continue;
    result += `${beforeTag(template.slice(at, start))}{{ ${name} }}`;
    at = start + written.length;
  }
  return result + template.slice(at);
}
