import type { ExperimentVariantView } from './outputs.js';

/**
 * What a variant is, in a few words.
 *
 * @example variantText(variant) === 'implementation team/code@3, planning by fake'
 */
export function variantText({ prompt, strategy, model }: ExperimentVariantView): string {
  if (prompt !== null) return prompt;
  const templates = Object.entries(strategy?.templates ?? {}).map(([kind, name]) => `${kind} ${name}`);
  const models = Object.entries(strategy?.models ?? {}).map(([phase, name]) => `${phase} by ${name}`);
  const all = [...templates, ...models, ...(model === null ? [] : [`by ${model}`])];
  return all.length === 0 ? 'as usual' : all.join(', ');
}
