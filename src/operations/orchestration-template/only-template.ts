import type { PromptTemplate, PromptTemplates } from '../../engine/session/prompt-template.js';

/** Templates that are always the one: to see what a session would be given with it. */
export function onlyTemplate(template: PromptTemplate, others: PromptTemplates): PromptTemplates {
  // As if it had been named: a fault shall be said, not passed over for the built-in one.
  return { ...others, resolve: async () => ({ ...template, layer: 'named' }) };
}
